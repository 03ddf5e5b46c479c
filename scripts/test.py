"""Test the portal from a fresh clone: make .venv with the test dependencies, find or install Chromium, run everything.

python3 scripts/test.py              ruff, mypy, then every test
python3 scripts/test.py tests/site   what stands after the name goes to pytest, alone
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment import BIN, PYTHON, ROOT, environment, install_system_packages, make_environment, speak_utf8

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


def find_browser() -> str | None:
    named = os.environ.get("VANKIEN_CHROMIUM")
    found = [named, *map(shutil.which, BROWSERS), *(place for place in PLACES if Path(place).exists())]
    return next((browser for browser in found if browser), None)


def main(arguments: list[str]) -> int:
    speak_utf8()
    make_environment("requirements-test.lock")
    browser = find_browser()
    if browser is None:
        install_system_packages(["chromium"], "trình duyệt Chromium cho kiểm thử / Chromium for the tests")
        browser = find_browser()
    variables = environment() | {"VANKIEN_CHROMIUM": browser or ""}
    pytest = [PYTHON, "-m", "pytest"]
    if arguments:
        return subprocess.run([*pytest, *arguments], cwd=ROOT, env=variables).returncode
    steps: list[list[str | Path]] = [
        [BIN / "ruff", "check", "."],
        [BIN / "ruff", "format", "--check", "."],
        [PYTHON, "-m", "mypy"],
        [*pytest, "--numprocesses", "2", "--dist", "loadfile"],
    ]
    failed = [
        " ".join(map(str, step[-3:])) for step in steps if subprocess.run(step, cwd=ROOT, env=variables).returncode
    ]
    for step in failed:
        print(f"Không đạt / failed: {step}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
