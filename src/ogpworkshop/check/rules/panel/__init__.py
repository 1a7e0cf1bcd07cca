"""Who sits on panels."""
