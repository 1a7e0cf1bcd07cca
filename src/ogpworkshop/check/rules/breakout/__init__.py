"""Groups and the rooms they meet in."""
