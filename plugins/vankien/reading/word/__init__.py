"""Word files (.docx): paragraphs, tables, notes and generated numbers in the order in which Word prints them."""

from vankien.reading.word.document import read_word
from vankien.reading.word.package import BrokenPackageError, TooLargeError

__all__ = ["BrokenPackageError", "TooLargeError", "read_word"]
