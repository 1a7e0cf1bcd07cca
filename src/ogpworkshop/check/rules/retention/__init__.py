"""How long data of people are kept."""
