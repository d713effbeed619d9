"""Words: what the program says, in Japanese and in English; imports nothing of ours."""
