"""Constructions of English carried over word for word: passives, resultatives, word order."""
