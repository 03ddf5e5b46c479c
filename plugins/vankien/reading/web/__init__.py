"""Saved web pages: the document on the page, free of the portal around it."""

from vankien.reading.web.page import NoPageError, WebText, read_web

__all__ = ["NoPageError", "WebText", "read_web"]
