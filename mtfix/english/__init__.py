"""English as far as the reader of a source needs it: tokens and lemmas."""
