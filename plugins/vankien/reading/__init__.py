"""A file's bytes become lines of text in reading order: `read` is the door, `SUFFIXES` what it takes."""

from vankien.reading.problems import UnreadableError
from vankien.reading.read import PREFERENCE, SUFFIXES, read

__all__ = ["PREFERENCE", "SUFFIXES", "UnreadableError", "read"]
