"""Sentences and articles in which people have marked what is a claim worth checking."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs

from newsclaims.errors import GoldError
from newsclaims.evaluation.gold import GoldClaim
from newsclaims.spans import Span

WORTHS = (0, 1, 2)
WORTHY = 2
"""The worth of a claim that is worth a check."""


@attrs.frozen
class GoldText:
    """A text with its claims, or (``claims`` is ``None``) a sentence that is (``worthy``) or is not worth checking; ``file`` it is from."""

    text: str
    claims: tuple[GoldClaim, ...] | None = None
    worthy: bool = False
    file: str = attrs.field(default="", eq=False, repr=False)


def read_claim_gold(path: str | Path) -> tuple[GoldText, ...]:
    r"""The labelled texts of a file of JSON, one a line.

    A line is a sentence, ``{"text": ..., "label": 1 or 0}``, or an article, ``{"text": ..., "claims": [{"start": ..., "end": ...,
    "worth": 1 or 2}, ...]}`` with offsets that count characters. An article that several people have annotated stands there
    once for each.

    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp()) / "gold.jsonl"
    >>> _ = file.write_text('{"text": "We lost 300 jobs.", "label": 1}\n', encoding="utf-8")
    >>> read_claim_gold(file)
    (GoldText(text='We lost 300 jobs.', claims=None, worthy=True),)

    Raises:
        GoldError: the file cannot be read, or a line is neither of the two; ``path`` and ``line`` say where.
    """
    path = Path(path)
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:  # a name with a NUL in it, or no UTF-8
        raise GoldError(f"cannot be read: {error}", str(path)) from None
    return tuple(_text(line, str(path), number) for number, line in enumerate(content.split("\n"), 1) if line.strip())


def _text(line: str, path: str, number: int) -> GoldText:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise GoldError("is not JSON", path, number) from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise GoldError('must be an object with a "text"', path, number)
    if row.get("label") in (0, 1) and "claims" not in row:
        return GoldText(row["text"], None, bool(row["label"]), path)
    if not isinstance(row.get("claims"), list):
        raise GoldError('must have "claims", a list, or a "label", 0 or 1', path, number)
    return GoldText(row["text"], tuple(_claim(row["text"], claim, path, number) for claim in row["claims"]), file=path)


def _claim(text: str, row: Any, path: str, number: int) -> GoldClaim:
    fits = isinstance(row, dict) and all(type(row.get(name)) is int for name in ("start", "end", "worth"))
    if not fits or not 0 <= row["start"] < row["end"] <= len(text) or row["worth"] not in WORTHS:
        raise GoldError('a claim has a "start" and an "end" in the text, and a "worth" of 0, 1 or 2', path, number)
    return GoldClaim(Span.of(text, row["start"], row["end"]), row["worth"])
