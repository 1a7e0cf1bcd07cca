"""Who leads, reports and interprets."""
