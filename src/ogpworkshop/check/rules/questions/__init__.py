"""Questions for groups."""
