"""Tests of mtfix.glossary."""
