"""Terms of the glossaries."""
