"""Finding what a document cites, and what each mention points to."""

from vankien.citing.find import find

__all__ = ["find"]
