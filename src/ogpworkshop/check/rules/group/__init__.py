"""Plans of groups beside agenda and roster."""
