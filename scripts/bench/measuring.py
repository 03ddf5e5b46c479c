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
    """Keeps the largest size of a process and all that it began, in kilobytes; pages that they share count once."""
    while Path(f"/proc/{process}/status").exists():
        most[0] = max(most[0], sum(map(proportional_size, family(process))))
        time.sleep(0.1)


def family(process: int) -> list[int]:
    """A process and those that descend from it."""
    found = [process]
    for member in found:
        for task in Path(f"/proc/{member}/task").glob("*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:
                continue
    return found


def proportional_size(process: int) -> int:
    """Kilobytes that a process holds, of shared pages its part; 0 when it has ended."""
    try:
        size = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
    except OSError:
        return 0
    return int(size[1]) if size else 0


def on_disk(folder: Path) -> dict[str, object]:
    """Files and bytes."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {"files": len(files), "megabytes": round(sum(file.stat().st_size for file in files) / 1e6, 2)}
