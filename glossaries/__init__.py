"""The glossaries that come with mtfix, as package data (see README.md in this folder)."""
