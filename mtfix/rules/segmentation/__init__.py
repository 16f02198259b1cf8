"""Sentences cut in two or run together."""
