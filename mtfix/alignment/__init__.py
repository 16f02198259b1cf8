"""Which French stands for which English: segments of a text, words of a segment."""
