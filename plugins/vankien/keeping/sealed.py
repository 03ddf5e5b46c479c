"""Plain data in a file that tells whether it is as it was written."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any


def write_sealed(path: Path, value: Any) -> None:
    """Write `value`, plain data, to `path`, whole or not at all. Raises OSError."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.part")
    partial.write_bytes(digest(data).encode() + b"\n" + data)
    partial.replace(path)


def read_sealed(path: Path) -> Any:
    """What `write_sealed` wrote; None where there is none or it is damaged."""
    try:
        seal, _, data = path.read_bytes().partition(b"\n")
        return json.loads(data) if seal == digest(data).encode() else None
    except (OSError, ValueError, RecursionError):
        return None


def digest(data: bytes) -> str:
    """By what the same bytes are known again."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
