"""Markdown body -> the tree of clauses with their ids and labels. The door is `structure`."""

from vankien.structuring.structure import structure

__all__ = ["structure"]
