"""How the workshop begins."""
