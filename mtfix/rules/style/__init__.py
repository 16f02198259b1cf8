"""Faults of a whole document."""
