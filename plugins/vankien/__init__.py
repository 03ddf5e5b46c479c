"""Vankien: a folder of official Vietnamese documents becomes a public portal of static files."""

__version__ = "0.1.0"
