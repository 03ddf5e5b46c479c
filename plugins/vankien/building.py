"""Have MkDocs build the site. MkDocs runs in a process of its own: the core does not import it."""

from __future__ import annotations

import os
import subprocess
import sys

from vankien.project import Project


def build_site(project: Project, *, strict: bool = False) -> bool:
    """Build `project.site`; whether MkDocs was content. Its messages go to standard error."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(project.root / "mkdocs.yml")]
    if strict:
        command.append("--strict")
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=project.root, env=environment, check=False).returncode == 0  # noqa: S603
