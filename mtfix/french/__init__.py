"""The French language as mtfix knows it: tokens, sentences, word classes, typography."""
