"""A file's bytes become lines of text in reading order."""
