"""Peak memory of extracting one long text: ``python benchmarks/memory.py articles|line CHARACTERS FOLDER``."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import newsclaims

WARM = 100_000  # characters


def main() -> None:
    """Prints the peak above what was in use before, in multiples of the text's own size in memory."""
    shape, size, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    text = "\n\n".join(path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))) + "\n\n"
    text = (text * (size // len(text) + 1))[:size]
    if shape == "line":
        text = text.replace("\r", " ").replace("\n", " ")
    _ = newsclaims.extract(text[:WARM]).claims  # all that is imported and built once
    newsclaims.extract("“No.”").to_json()
    before = peak()
    document = newsclaims.extract(text)
    size = sys.getsizeof(text)
    quotes = (peak() - before) / size
    count = len(document.claims)  # found when first asked for
    claims = (peak() - before) / size
    length = len(document.to_json())
    written = (peak() - before) / size
    print(f"{quotes:.1f} for {len(document.quotes):,} quotes, {claims:.1f} with {count:,} claims, {written:.1f} as JSON of {length:,}")


def peak() -> int:
    """The highest memory use so far, in bytes."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used if sys.platform == "darwin" else used * 1024


if __name__ == "__main__":
    main()
