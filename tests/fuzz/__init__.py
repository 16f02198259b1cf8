"""Properties that hold for any text."""
