"""Words that the translation left out."""
