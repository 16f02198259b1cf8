"""The tests of mtfix."""
