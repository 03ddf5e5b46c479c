"""Build the portal from a fresh clone: make .venv, normalise archive/, build site/. `--serve` then serves it.

python3 scripts/build.py [--serve] [--port N]      (Windows: py scripts\\build.py)
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from environment import ROOT, VANKIEN, environment, make_environment, speak_utf8


def main() -> int:
    speak_utf8()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--serve", action="store_true", help="serve the site on 127.0.0.1 after building")
    parser.add_argument("--port", type=int, default=8000, help="port for --serve (default 8000; 0 takes a free one)")
    arguments = parser.parse_args()
    make_environment("requirements.lock")
    built = subprocess.run([VANKIEN, "build", "--project", ROOT], env=environment()).returncode
    if not arguments.serve:
        return built
    serve = [VANKIEN, "serve", "--no-build", "--project", ROOT, "--port", str(arguments.port)]
    try:
        return subprocess.run(serve, env=environment()).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
