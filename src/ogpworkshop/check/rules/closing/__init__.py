"""How the workshop ends."""
