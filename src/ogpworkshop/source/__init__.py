"""Text and positions: a place in the model ↔ characters of a file, and edits that keep the rest."""
