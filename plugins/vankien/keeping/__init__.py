"""What is kept between two builds, so that nothing is understood twice. It may be thrown away at any time: what is
damaged, foreign or of another program is made again. Plain JSON, of which nothing is ever executed."""

from vankien.keeping.program import fingerprint
from vankien.keeping.sealed import digest, read_sealed, write_sealed
from vankien.keeping.understood import Understood

__all__ = ["Understood", "digest", "fingerprint", "read_sealed", "write_sealed"]
