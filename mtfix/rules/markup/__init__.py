"""Encoding and markup residue."""
