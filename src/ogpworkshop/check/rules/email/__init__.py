"""E-mail addresses in the roster."""
