"""Quotation marks, spaces, apostrophes, accents."""
