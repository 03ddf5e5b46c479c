"""Serve the built site on this machine, to look at it."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click


class _Handler(SimpleHTTPRequestHandler):
    extensions_map = {  # noqa: RUF012 - the base class has it so
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".md": "text/markdown; charset=utf-8",
        ".txt": "text/plain; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".woff2": "font/woff2",
    }

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal quiet."""


def serve_folder(folder: Path, port: int) -> None:
    """Serve `folder` on 127.0.0.1 until interrupted. Raises OSError where the port is taken."""
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, directory=str(folder))) as server:
        click.echo(f"Đang phục vụ tại http://127.0.0.1:{server.server_port}/ (Ctrl+C để dừng).")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("")
