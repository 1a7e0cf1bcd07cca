"""What the agenda itself says must not be."""
