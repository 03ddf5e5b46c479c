"""A document of the portal: its page, and the files beside it. The door is `document_files`."""

from vankien.portal.document.document_page import document_files

__all__ = ["document_files"]
