"""The bytes of a web page to text: what the page says of itself, then the same guesses as for plain text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from email import message_from_bytes
from email.message import Message

from vankien.knowledge import load
from vankien.reading.decoding import decode
from vankien.reading.legacy import from_bytes

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.IGNORECASE)
_HEAD = 4096


def html_text(data: bytes) -> tuple[str, str]:
    """The page's HTML and the name of its encoding. A page saved as one file (.mht) gives its first HTML part.
    Raises `UndecodableError`."""
    if re.match(rb"(?:From|MIME-Version|Content-Type|Subject|Date):", data[:200], re.IGNORECASE):
        data = _html_part(message_from_bytes(data)) or data
    said = _META.search(data[:_HEAD])
    name = said[1].decode("ascii").lower() if said else ""
    old = load("web")["charsets"].get(name)
    if old:
        return from_bytes(data, old), name
    if name and name not in ("utf-8", "utf8") and not data.startswith((codecs.BOM_UTF8, b"\xff\xfe", b"\xfe\xff")):
        try:
            text = unicodedata.normalize("NFC", data.decode(name))
        except (LookupError, UnicodeDecodeError):
            return decode(data)
        return (text, name) if not _is_utf8(data) else decode(data)
    return decode(data)


def _is_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8 with letters beyond ASCII, whatever the page says."""
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _html_part(message: Message) -> bytes | None:
    """The first HTML part of a message."""
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            if isinstance(body, bytes):
                return body
    return None
