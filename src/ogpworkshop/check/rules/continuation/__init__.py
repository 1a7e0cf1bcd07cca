"""Sessions that go on with another one."""
