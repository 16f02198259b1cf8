"""Grammar that machine translation breaks."""
