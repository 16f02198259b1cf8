"""Phrases translated word for word, as rows of data."""
