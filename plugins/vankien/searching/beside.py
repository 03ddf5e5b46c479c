"""Work done in a second process while this one goes on."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_RUN = "import pickle, sys; work, given = pickle.load(sys.stdin.buffer); work(*given)"


@contextmanager
def beside(work: Callable[..., None], given: tuple[Any, ...], much: bool) -> Iterator[None]:
    """Does `work(*given)` while the body runs. Both are handed over by pickle, so `work` is a function of a module.

    Where it is not `much`, with one core, or where the process fails, it is done here.
    """
    if not much or (os.cpu_count() or 1) == 1 or not sys.executable:
        work(*given)
        yield
        return
    with subprocess.Popen([sys.executable, "-c", _RUN], stdin=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        try:
            with process.stdin or open(os.devnull, "wb") as pipe:  # noqa: PTH123
                pickle.dump((work, given), pipe, protocol=5)
        except OSError:
            process.kill()
        yield
    if process.returncode:
        work(*given)
