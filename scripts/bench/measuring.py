"""Seconds, processor seconds, memory and bytes of what other programs do."""

from __future__ import annotations

import json
import re
import resource
import subprocess
import threading
import time
from pathlib import Path


def timed(command: list[str]) -> dict[str, object]:
    """Seconds, processor seconds and megabytes of a program; a last line of JSON on its output replaces the seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    most = [0]
    watcher = threading.Thread(target=watch, args=(process.pid, most))
    watcher.start()
    output, _ = process.communicate()
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)[:80]} failed")
    own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    figures = {"seconds": time.perf_counter() - start, "processor": own}
    last = output.strip().splitlines()[-1] if output.strip() else ""
    figures |= json.loads(last) if last.startswith("{") else {}
    return {
        "index_seconds": round(figures["seconds"], 1),
        "index_processor_seconds": round(figures["processor"], 1),
        "index_megabytes": most[0] // 1024,
    }


def watch(process: int, most: list[int]) -> None:
    """Keeps the largest resident size of a process, in kilobytes."""
    status = Path(f"/proc/{process}/status")
    while True:
        try:
            peak = re.search(r"VmHWM:\s+(\d+)", status.read_text())
        except OSError:
            return
        if not peak:
            return
        most[0] = max(most[0], int(peak[1]))
        time.sleep(0.05)


def on_disk(folder: Path) -> dict[str, object]:
    """Files and bytes."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {"files": len(files), "megabytes": round(sum(file.stat().st_size for file in files) / 1e6, 2)}
