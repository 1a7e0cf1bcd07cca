"""Words where only certain words can stand."""
