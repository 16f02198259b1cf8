"""French that says something else than the source said."""
