"""Numbers, amounts, times and dates written as in English."""
