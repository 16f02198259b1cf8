"""How good a French text is against references: metrics, significance, terms, segments that changed."""
