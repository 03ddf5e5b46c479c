"""Printed pages: words with their places on paper become lines in reading order. Used for PDF files and for OCR."""
