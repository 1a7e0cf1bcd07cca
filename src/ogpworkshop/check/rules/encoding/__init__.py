"""Letters of a roster or a plan, and how the file stores them."""
