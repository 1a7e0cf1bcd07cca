"""Parts of a series that are numbered."""
