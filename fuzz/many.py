"""Many inputs fast, not guided by coverage and without Atheris: ``python fuzz/many.py TARGET SECONDS [SEED]``.

Each input is a seed of the target, or one of those that fuzz.py has found, changed as there and kept short: for the same time ten
times as many inputs as with instrumented code. What fails goes to ``.fuzz/TARGET-crash-...``, and the last line has the numbers.
"""

from __future__ import annotations

import hashlib
import random
import signal
import sys
import time
import traceback
from pathlib import Path

from mutators import ByValues, ByWords
from targets import TARGETS, VALUED, seeds

HOME = Path(__file__).parent.parent / ".fuzz"
LONGEST = 120
"""So many bytes of a text; of a document in JSON all."""
SLOW = 20.0  # seconds of computing
AGAIN = 0.3
"""How often an input is changed further instead of a new one begun with."""


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


def main() -> None:
    """Prints how many inputs were read and how many failed."""
    target, seconds, seed = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0
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
    print(f"{target}: {count} inputs, {failed} failed, the slowest took {slowest:.2f} s", flush=True)


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
