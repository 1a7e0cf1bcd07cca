"""When sessions take place, and what lies between them."""
