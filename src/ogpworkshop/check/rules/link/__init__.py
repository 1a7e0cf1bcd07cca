"""Links to pages and meetings."""
