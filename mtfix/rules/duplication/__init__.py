"""Words, phrases and sentences that a decoder wrote twice."""
