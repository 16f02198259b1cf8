"""How findings and repairs are shown."""
