"""Kills ``newsclaims extract`` again and again and counts what was lost: ``python benchmarks/kills.py [KILLS]`` (Linux).

Every format, on one process and on two, by SIGKILL, SIGTERM and Ctrl-C (to the whole group), each as often as the others, at any moment
of a run and every other time near its end, where outputs are put in place. A run into JSON lines goes on with ``--resume``
until it comes to its end: rows lost or doubled are counted in that file. For the others the old output has to be there whole, or
the new one. A process that is left ten seconds after a kill counts as left, a run that fails by itself as failed.

It ends with 1 if anything was counted. Told to end, it says what it has counted so far.
"""

from __future__ import annotations

import collections
import concurrent.futures
import contextlib
import importlib.util
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple, NoReturn

FORMATS = ("jsonl", "json", "csv", "html", "parquet", "brat")
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
ARTICLES = 120
MARK = "NEWSCLAIMS_KILLS"
PATIENCE = 10.0  # seconds
LONGEST = 300.0  # seconds; a run that takes longer hangs
NEAR_THE_END = 0.7  # of the time of a whole run
MOST_OF_A_RUN = 4
"""So often one archive is killed before it may come to its end."""
LANES = 2  # runs at once: much of each is waiting
WORDS = "“The quay lost 40 ships,” said Orla Vane. She said that it rained. Ivo Karr denied that the port was shut.\n\n" * 2
LOST = ("rows lost or doubled", "outputs cut", "processes left", "runs that failed", "words of workers")


class Kind(NamedTuple):
    """How a run is made and killed."""

    form: str
    workers: int
    number: signal.Signals

    def command(self, archive: Path, out: Path) -> list[str]:
        """A run of the command line."""
        options = ["--input", "jsonl", "--format", self.form, "--workers", str(self.workers), "-o", str(out)]
        return [sys.executable, "-m", "newsclaims", "extract", str(archive), *options, *(["--resume"] if self.form == "jsonl" else [])]


class Killer:
    """Kills runs over one archive."""

    def __init__(self, home: Path, kills: int) -> None:
        self._home, self._kills = home, kills
        self._archive = home / "in.jsonl"
        rows = (json.dumps({"id": str(at), "text": f"{WORDS}{at}"}) + "\n" for at in range(ARTICLES))
        self._archive.write_text("".join(rows), encoding="utf-8")
        self._whole: dict[str, list[bytes]] = {}
        self._times: dict[tuple[str, int], float] = {}
        self._counting = threading.Lock()
        self.counts = collections.Counter(dict.fromkeys(("kills", *LOST), 0))

    def run(self) -> None:
        """Measures whole runs, then kills until there are enough."""
        with concurrent.futures.ThreadPoolExecutor(LANES) as lanes:
            try:
                for _ in lanes.map(self._measure, itertools.product(FORMATS, (2, 1))):
                    pass
                print(f"{len(self._times)} whole runs of {min(self._times.values()):.1f} to {max(self._times.values()):.1f} s", flush=True)
                for _ in lanes.map(self._kill, range(LANES), [kinds()] * LANES):
                    pass
            finally:
                self._kills = 0

    def _measure(self, kind: tuple[str, int]) -> None:
        form, workers = kind
        begun, out = time.monotonic(), self._home / f"whole-{workers}.{form}"
        done, _, told = self._killed(Kind(form, workers, signal.SIGKILL), out, LONGEST)
        if not done:
            raise RuntimeError(f"a whole run failed: {told}")
        self._times[kind] = time.monotonic() - begun
        if self._whole.setdefault(form, contents(out)) != contents(out):
            raise RuntimeError(f"{form}: two processes write something else than one")

    def _kill(self, lane: int, order: Iterator[tuple[int, Kind]]) -> None:
        chance = random.Random(lane)
        while self.counts["kills"] < self._kills:
            with self._counting:
                at, kind = next(order)
            out = self._home / f"out-{at}"
            if kind.form == "jsonl":
                self._killed_and_resumed(kind, out, chance)
            else:
                self._killed_once(kind, out, chance, at % 2 == 0)
            with self._counting:
                print(f"{kind.form}, workers {kind.workers}, {kind.number.name}: {dict(self.counts)}", flush=True)

    def _killed_once(self, kind: Kind, out: Path, chance: random.Random, late: bool) -> None:
        if kind.form != "brat":
            out.write_bytes(b"old")
        old = contents(out)
        self._counted(kind, out, self._moment(kind, chance, late))
        with self._counting:
            self.counts["outputs cut"] += contents(out) not in (old, self._whole[kind.form])

    def _killed_and_resumed(self, kind: Kind, out: Path, chance: random.Random) -> None:
        done = any(self._counted(kind, out, self._moment(kind, chance, turn % 2 == 0)) for turn in range(MOST_OF_A_RUN))
        if not done:
            self._counted(kind, out, LONGEST)
        rows, whole = (b"".join(each).splitlines() for each in (contents(out), self._whole[kind.form]))
        with self._counting:
            self.counts["rows lost or doubled"] += len(set(rows) ^ set(whole)) + len(rows) - len(set(rows))

    def _moment(self, kind: Kind, chance: random.Random, late: bool) -> float:
        return chance.uniform(NEAR_THE_END if late else 0.05, 1.1) * self._times[kind.form, kind.workers]

    def _counted(self, kind: Kind, out: Path, after: float) -> bool:
        """Whether a run came to its end before it was killed; if it did not, it counts."""
        done, left, told = self._killed(kind, out, after)
        with self._counting:
            self.counts["kills"] += done is None
            self.counts["runs that failed"] += done is False or after == LONGEST != done is None
            self.counts["processes left"] += left
            self.counts["words of workers"] += "Traceback" in told
        if done is False:
            print(f"{kind.form}, workers {kind.workers}, failed by itself: {told}", flush=True)
        return bool(done)

    def _killed(self, kind: Kind, out: Path, after: float) -> tuple[bool | None, int, str]:
        """Whether a run that was not killed was right (``None``: it was killed), how many processes it left, and what it said."""
        mark = f"{os.getpid()}-{out.name}-{time.monotonic_ns()}"
        with tempfile.TemporaryFile() as told:
            environment = {**os.environ, MARK: mark}
            process = subprocess.Popen(kind.command(self._archive, out), env=environment, stderr=told, start_new_session=True)
            done: bool | None = None
            try:
                done = process.wait(after) == 0
            except subprocess.TimeoutExpired:
                (os.killpg if kind.number == signal.SIGINT else os.kill)(process.pid, kind.number)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(LONGEST)
            end = time.monotonic() + PATIENCE
            while (left := marked(mark)) and time.monotonic() < end:
                time.sleep(0.1)
            for pid in left:
                with contextlib.suppress(ProcessLookupError):  # gone by now
                    os.kill(pid, signal.SIGKILL)
            process.wait()
            told.seek(0)
            return done, len(left), told.read().decode("utf-8", "replace")


def kinds() -> Iterator[tuple[int, Kind]]:
    """Each format with each number of processes and each signal, again and again, in an order that two neighbours share little of."""
    every = [Kind(*each) for each in itertools.product(FORMATS, (1, 2), SIGNALS)]
    random.Random(1).shuffle(every)
    return enumerate(itertools.cycle(every))


def contents(out: Path) -> list[bytes]:
    """All that stands in an output, a file or a folder; what a killed run left beside it is hidden and no output."""
    files = sorted(out.iterdir()) if out.is_dir() else [out] if out.exists() else []
    return [path.read_bytes() for path in files if path.is_file() and not path.name.startswith(".")]


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


def ended(number: int, _: FrameType | None) -> NoReturn:
    """Ends in good order."""
    raise SystemExit(f"ended by {signal.Signals(number).name}")


def main() -> None:
    """Prints what was lost."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    if importlib.util.find_spec("pyarrow") is None:
        sys.exit("Parquet is one of the formats: pip install pyarrow")
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, ended)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        killer = Killer(Path(home), kills)
        try:
            killer.run()
        finally:
            told = ", ".join(f"{what} {count}" for what, count in killer.counts.items() if what != "kills")
            print(f"of {killer.counts['kills']} kills ({kills} asked for): {told}", flush=True)
    sys.exit(any(killer.counts[what] for what in LOST))


if __name__ == "__main__":
    main()
