"""Names of persons and places."""
