"""Tests of mtfix.french."""
