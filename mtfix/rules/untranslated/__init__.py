"""What was left in another language."""
