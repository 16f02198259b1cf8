"""Glossaries: the terms a house wants, the variants it accepts and the forms it forbids."""
