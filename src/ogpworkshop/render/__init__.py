"""Documents made from a workshop: the view that templates see, the sandbox they run in, the PDF."""
