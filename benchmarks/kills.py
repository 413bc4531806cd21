"""Kills ``newsclaims extract`` again and again and counts what was lost: ``python benchmarks/kills.py [KILLS]`` (Linux).

Every format, on one process and on two, by SIGKILL, SIGTERM and Ctrl-C (to the whole group), at any moment of a run. A run into JSON
lines goes on with ``--resume`` until it comes to its end: rows lost or doubled are counted in that file. For the others the old output
has to be there whole, or the new one. A process that is left ten seconds after a kill counts as left.
"""

from __future__ import annotations

import collections
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FORMATS = ("jsonl", "json", "csv", "html", "parquet", "brat")
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
ARTICLES = 300
MARK = "NEWSCLAIMS_KILLS"
PATIENCE = 10.0  # seconds
MOST_OF_A_RUN = 6
"""So often one archive is killed before it may come to its end."""
WORDS = "“The quay lost 40 ships,” said Orla Vane. She said that it rained. Ivo Karr denied that the port was shut.\n\n" * 6


def command(archive: Path, form: str, workers: int, out: Path) -> list[str]:
    """A run of the command line."""
    options = ["--input", "jsonl", "--format", form, "--workers", str(workers), "-o", str(out)]
    return [sys.executable, "-m", "newsclaims", "extract", str(archive), *options, *(["--resume"] if form == "jsonl" else [])]


def content(out: Path) -> dict[str, bytes]:
    """All that stands in an output, a file or a folder; what a killed run left beside it is hidden and no output."""
    files = sorted(out.iterdir()) if out.is_dir() else [out] if out.exists() else []
    return {path.name: path.read_bytes() for path in files if path.is_file() and not path.name.startswith(".")}


def killed(arguments: list[str], number: int, after: float) -> tuple[bool, int, str]:
    """Whether a run came to its end before it was killed, how many processes it left, and what it said."""
    mark = f"{os.getpid()}-{time.monotonic_ns()}"
    with tempfile.TemporaryFile() as told:
        environment = {**os.environ, MARK: mark}
        process = subprocess.Popen(arguments, env=environment, stderr=told, start_new_session=True)
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            (os.killpg if number == signal.SIGINT else os.kill)(process.pid, number)
        process.wait()
        end = time.monotonic() + PATIENCE
        while (left := marked(mark)) and time.monotonic() < end:
            time.sleep(0.05)
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        told.seek(0)
        return process.returncode == 0, len(left), told.read().decode("utf-8", "replace")


def marked(mark: str) -> list[int]:
    """The processes that have a mark in their environment."""
    found = []
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                if f"{MARK}={mark}".encode() in (path / "environ").read_bytes():
                    found.append(int(path.name))
            except OSError:  # gone, or somebody else's
                continue
    return found


def main() -> None:
    """Prints what was lost."""
    kills, chance = int(sys.argv[1]) if len(sys.argv) > 1 else 200, random.Random(1)
    counts: collections.Counter[str] = collections.Counter()
    with tempfile.TemporaryDirectory() as home:
        archive = Path(home, "in.jsonl")
        archive.write_text("".join(json.dumps({"id": str(at), "text": f"{WORDS}{at}"}) + "\n" for at in range(ARTICLES)), encoding="utf-8")
        whole, times = {}, {}
        for form in FORMATS:
            for workers in (2, 1):
                begun, out = time.monotonic(), Path(home, f"{workers}", f"whole.{form}")
                out.parent.mkdir(exist_ok=True)
                subprocess.run(command(archive, form, workers, out), check=True)
                whole[form], times[form, workers] = content(out), time.monotonic() - begun
        while counts["kills"] < kills:
            form, workers = FORMATS[counts["kills"] % len(FORMATS)], 1 + counts["kills"] // len(FORMATS) % 2
            number = chance.choice(SIGNALS)
            out = Path(home, f"out-{counts['kills']}")
            done, stop = False, counts["kills"] + MOST_OF_A_RUN
            if form not in ("jsonl", "brat"):
                out.write_bytes(b"old")
            old = content(out)
            while not done and counts["kills"] < stop:
                done, left, told = killed(command(archive, form, workers, out), number, chance.uniform(0.1, 1.1 * times[form, workers]))
                counts["kills"] += not done
                counts["processes left"] += left
                counts["words of workers"] += "Traceback" in told
                if form != "jsonl":
                    new = {name.replace("out", "whole"): data for name, data in content(out).items()}
                    same = content(out) == old or list(new.values()) == list(whole[form].values())
                    counts["outputs cut"] += not same
                    break
            if form == "jsonl":
                while not done:  # what is killed no more
                    done, left, _ = killed(command(archive, form, workers, out), signal.SIGKILL, 600.0)
                rows = content(out)[out.name].splitlines()
                counts["rows lost or doubled"] += (
                    len(set(rows) ^ set(whole[form][f"whole.{form}"].splitlines())) + len(rows) - len(set(rows))
                )
            print(dict(counts), form, workers, signal.Signals(number).name, flush=True)
    print(f"of {counts['kills']} kills: " + ", ".join(f"{what} {count}" for what, count in counts.items() if what != "kills"))


if __name__ == "__main__":
    main()
