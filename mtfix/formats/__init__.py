"""Bytes to documents and back: encodings, segments, files on disk."""
