"""Many inputs fast, not guided by coverage and without Atheris: ``python fuzz/many.py TARGET|all SECONDS [SEED]``.

Each input is a seed of the target, or one of those that fuzz.py has found, changed as there and kept short: for the same time ten
times as many inputs as with instrumented code. What fails goes to ``.fuzz/TARGET-crash-...``, and the last line has the numbers.

``all`` gives every target its share of the seconds, on all cores at once.
"""

from __future__ import annotations

import concurrent.futures
import functools
import hashlib
import os
import random
import re
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import NamedTuple

from mutators import ByValues, ByWords
from targets import TARGETS, VALUED, seeds

HOME = Path(__file__).parent.parent / ".fuzz"
LONGEST = 120
"""So many bytes of a text; of a document in JSON all."""
SLOW = 20.0  # seconds of computing
AGAIN = 0.3
"""How often an input is changed further instead of a new one begun with."""
ALL = "all"
SHARES = {
    "texts": 10, "claims": 7, "articles": 7, "masks": 5, "drafts": 5, "pages": 4, "languages": 5, "gold": 10, "documents": 15,
    "templates": 15, "configurations": 17,
}  # fmt: skip
"""Of the time of a run of all targets, in parts of a hundred. A text takes five times as long as a template or a configuration."""


class ByBytes:
    """Takes bytes out, puts bytes in and turns them, as libFuzzer does."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def __call__(self, data: bytes, max_size: int) -> bytes:
        """The changed bytes."""
        chance, made = self._chance, bytearray(data)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(made) + 1)
            choice = chance.randrange(4)
            if choice == 0:
                del made[at : at + chance.randint(1, 8)]
            elif choice == 1:
                made[at:at] = chance.randbytes(chance.randint(1, 3))
            elif choice == 2 and made:
                other = chance.randrange(len(made))
                made[at:at] = made[other : other + chance.randint(1, 16)]
            elif at < len(made):
                made[at] ^= 1 << chance.randrange(8)
        return bytes(made[:max_size])


class Run(NamedTuple):
    """What came of one target: how many inputs were read, how many failed, and how many seconds the slowest took."""

    inputs: int = 0
    failed: int = 0
    slowest: float = 0.0

    def with_more(self, other: Run) -> Run:
        """Both together."""
        return Run(self.inputs + other.inputs, self.failed + other.failed, max(self.slowest, other.slowest))

    def __str__(self) -> str:
        return f"{self.inputs} inputs, {self.failed} failed, the slowest took {self.slowest:.2f} s"


TOLD = re.compile(r"(\d{1,12}) inputs, (\d{1,12}) failed, the slowest took ([\d.]{1,12}) s")


def main() -> None:
    """Prints how many inputs were read and how many failed; ends with 1 if any did."""
    target, seconds, seed = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0
    run = of_all(seconds, seed) if target == ALL else of_target(target, seconds, seed)
    print(f"{target}: {run}", flush=True)
    sys.exit(run.failed > 0)


def of_all(seconds: float, seed: int) -> Run:
    """Each target for its share of the time, on every core with a seed of its own, and a line for each."""
    cores = os.cpu_count() or 1
    shares = {target: share for target, share in SHARES.items() if target in TARGETS}
    total = Run()
    with concurrent.futures.ThreadPoolExecutor(cores) as lanes:
        for target, share in shares.items():
            made = [lanes.submit(_of_process, target, seconds * share / sum(shares.values()), seed + core) for core in range(cores)]
            run = functools.reduce(Run.with_more, (each.result() for each in made))
            print(f"{target}: {run}", flush=True)
            total = total.with_more(run)
    return total


def _of_process(target: str, seconds: float, seed: int) -> Run:
    """The same in a process of its own; one that dies counts as an input that failed."""
    command = [sys.executable, __file__, target, str(seconds), str(seed)]
    told = TOLD.search(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False).stdout)  # noqa: S603 - this very file
    return Run(failed=1) if told is None else Run(int(told[1]), int(told[2]), float(told[3]))


def of_target(target: str, seconds: float, seed: int) -> Run:
    """One target for so many seconds."""
    chance = random.Random(seed)
    begin = [*seeds(target), *(path.read_bytes() for path in sorted((HOME / target).glob("*")))]
    by_bytes, valued = ByBytes(chance), target in VALUED
    change = ByValues(by_bytes) if valued else ByWords(begin, by_bytes)
    longest = 10**6 if valued else LONGEST
    data, count, failed, slowest, end = b"", 0, 0, 0.0, time.monotonic() + seconds
    signal.signal(signal.SIGVTALRM, _too_slow)
    while time.monotonic() < end:
        begun = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, SLOW)
        data = change(data if chance.random() < AGAIN else _part(chance.choice(begin), longest, chance), longest, chance.randrange(2**32))
        try:
            TARGETS[target](data)
        except Exception:  # noqa: BLE001  # whatever it is, it is what is looked for
            failed += 1
            _keep(target, data, traceback.format_exc())
        count += 1
        slowest = max(slowest, time.process_time() - begun)
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return Run(count, failed, slowest)


def _too_slow(*_: object) -> None:
    raise TimeoutError(f"longer than {SLOW} s")


def _part(data: bytes, longest: int, chance: random.Random) -> bytes:
    start = chance.randrange(max(1, len(data) - longest + 1))
    return data[start : start + longest]


def _keep(target: str, data: bytes, told: str) -> None:
    HOME.mkdir(exist_ok=True)
    path = HOME / f"{target}-crash-{hashlib.sha256(data).hexdigest()[:16]}"
    path.write_bytes(data)
    print(f"{path}: {told}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
