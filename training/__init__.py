"""Builds the data that mtfix ships: run by hand, never imported by mtfix."""
