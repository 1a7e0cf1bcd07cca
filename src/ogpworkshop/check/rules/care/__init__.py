"""Care for people: prayer, fasting, rest, access. All are off until the agenda asks for them."""
