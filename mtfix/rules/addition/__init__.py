"""Text that has no place in the article."""
