"""Have MkDocs build the site. MkDocs runs in a process of its own: the core does not import it. That process may load
while the documents are still being prepared, on the second core."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from vankien.project import Project

_RUN = (
    "import sys, mkdocs.__main__, mkdocs.commands.build, vankien.portal.plugin\n"
    "if sys.stdin.read() == 'build': mkdocs.__main__.cli(prog_name='mkdocs')"
)
"""Loads everything, waits for the word, and ends without it."""


def build_site(project: Project, *, strict: bool = False) -> bool:
    """Build `project.site`; whether MkDocs was content. Its messages go to standard error."""
    with site_builder(project, strict=strict) as build:
        return build()


@contextmanager
def site_builder(project: Project, *, strict: bool = False) -> Iterator[Callable[[], bool]]:
    """The same in two steps: MkDocs loads while the body of the `with` goes on, and builds when what it is given is
    called, at most once."""
    command = [sys.executable, "-c", _RUN, "build", "--quiet", "--config-file", str(project.root / "mkdocs.yml")]
    if strict:
        command.append("--strict")
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    with subprocess.Popen(command, cwd=project.root, env=environment, stdin=subprocess.PIPE, text=True) as process:  # noqa: S603

        def build() -> bool:
            process.communicate("build")
            return process.returncode == 0

        try:
            yield build
        except BaseException:
            process.kill()
            raise
