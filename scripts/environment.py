"""Make .venv from a lock file with hashes; only the standard library is needed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
BIN = FOLDER / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
VANKIEN = BIN / ("vankien.exe" if os.name == "nt" else "vankien")
LEAST = (3, 11, 5)


def speak_utf8() -> None:
    """Write UTF-8 whatever the console."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def environment() -> dict[str, str]:
    """The variables for programs that are run inside .venv."""
    return os.environ | {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def make_environment(lock: str) -> None:
    """Bring .venv to what `lock` (requirements.lock or requirements-test.lock) says. Exits with a message where the
    machine cannot."""
    if sys.version_info < LEAST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"Cần Python 3.11.5 trở lên, máy có {found}. / Python 3.11.5 or newer is needed, this is {found}.")
    wanted = _state(lock)
    stamp = FOLDER / ".lock-state"
    if PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") in wanted:
        return
    print(f"Chuẩn bị môi trường .venv theo {lock} / preparing .venv from {lock} ...", flush=True)
    _create()
    stamp.unlink(missing_ok=True)
    _pip("install", "--require-hashes", "--requirement", str(ROOT / lock))
    _pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamp.write_text(wanted[0], encoding="utf-8")


def _state(lock: str) -> list[str]:
    """What the stamp says when `lock` is installed; the test lock holds all that the other one does."""
    locks = [lock, *(["requirements-test.lock"] if lock == "requirements.lock" else [])]
    states = []
    for name in locks:
        digest = hashlib.sha256((ROOT / name).read_bytes() + (ROOT / "pyproject.toml").read_bytes())
        states.append(f"{name} {digest.hexdigest()} {sys.version_info[0]}.{sys.version_info[1]}")
    return states


def _create() -> None:
    if PYTHON.exists() and _runs_same_version():
        return
    try:
        venv.create(FOLDER, with_pip=True, clear=FOLDER.exists())
    except (subprocess.CalledProcessError, ImportError, SystemExit):
        shutil.rmtree(FOLDER, ignore_errors=True)
        install_system_packages(["python3-venv"], "mô-đun venv của Python / Python's venv module")
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER)], check=True)


def _runs_same_version() -> bool:
    asked = subprocess.run([PYTHON, "-c", "import sys; print(sys.version_info[:2])"], capture_output=True, text=True)
    return asked.returncode == 0 and asked.stdout.strip() == str(sys.version_info[:2])


def _pip(*arguments: str) -> None:
    run = subprocess.run([PYTHON, "-m", "pip", "--quiet", *arguments], env=environment())
    if run.returncode:
        sys.exit("Không cài được thư viện; xem thông báo của pip ở trên. / pip could not install; see its words above.")


def install_system_packages(packages: list[str], what: str) -> None:
    """Install Debian packages where that can be done without asking; otherwise exit and say what is missing."""
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    prefix = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if shutil.which("apt-get") and (not prefix or shutil.which("sudo")):
        print(f"Cài {what} / installing: {' '.join(packages)} ...", flush=True)
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*prefix, "apt-get", "update", "--quiet=2"], env=quiet)
        if subprocess.run([*prefix, *command, "--quiet=2"], env=quiet, stdout=subprocess.DEVNULL).returncode == 0:
            return
    sys.exit(f"Thiếu {what}: hãy cài {' '.join(packages)}. / Missing: install {' '.join(packages)}.")
