"""Make both lock files anew from pyproject.toml, for every platform, with hashes. Needs uv (`pip install uv`).

python3 scripts/lock.py [--upgrade]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD_TOOLS = "setuptools>=80\nwheel\n"


def compile_lock(name: str, tools: Path, *arguments: str) -> None:
    command = ["uv", "pip", "compile", "--universal", "--python-version", "3.11.5", "--generate-hashes", "--no-header"]
    command += ["--no-annotate", "--no-emit-index-url", "--quiet", "--output-file", name, *arguments]
    subprocess.run([*command, "pyproject.toml", str(tools)], cwd=ROOT, check=True)


def main(arguments: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        tools = Path(folder) / "tools.in"
        tools.write_text(BUILD_TOOLS, encoding="utf-8")
        compile_lock("requirements-test.lock", tools, "--extra", "test", *arguments)
        pins = [line.rstrip(" \\") for line in (ROOT / "requirements-test.lock").read_text("utf-8").splitlines()]
        constraints = Path(folder) / "pins.txt"
        constraints.write_text("\n".join(pin for pin in pins if "--hash" not in pin), encoding="utf-8")
        compile_lock("requirements.lock", tools, "--constraint", str(constraints), *arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
