"""Rendering: a template filled, packed byte for byte, and turned into pages by LibreOffice."""
