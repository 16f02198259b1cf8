"""Engines turn findings into candidates; they never decide."""
