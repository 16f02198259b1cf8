"""Tests of mtfix.formats."""
