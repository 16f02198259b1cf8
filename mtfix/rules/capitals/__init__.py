"""Capitals where French has none."""
