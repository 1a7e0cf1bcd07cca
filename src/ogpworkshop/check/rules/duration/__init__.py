"""How long sessions and talks are, and whether it adds up."""
