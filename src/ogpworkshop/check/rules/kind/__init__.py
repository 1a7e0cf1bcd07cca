"""What sort of session a session is."""
