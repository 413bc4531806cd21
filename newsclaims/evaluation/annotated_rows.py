"""What is annotated in tables beside the marks: who each source is, and what is claimed."""

from __future__ import annotations

from collections.abc import Iterator

from newsclaims.errors import GoldError
from newsclaims.evaluation.gold import GoldClaim, GoldSpeaker
from newsclaims.model import SpeakerKind, Stance
from newsclaims.spans import Span

UNNAMED, OPEN = "-", ("?", "AUTHOR")
ARTICLE = "AUTHOR"
SEVERAL = " & "
STANCES = {"affirm": Stance.AFFIRM, "refute": Stance.DENY, "deny": Stance.DENY, "question": Stance.QUESTION}


def parse_speakers(rows: str, *, path: str = "<speakers>") -> dict[int, GoldSpeaker | None]:
    r"""Who the source of the n-th attribution of a file of marks is, counted from 0: ``0<tab>person<tab>Orla Vane``.

    The kind is that of a :class:`newsclaims.SpeakerKind` (any other is taken as unknown). The name is the fullest that the article
    gives, without a title; ``-`` stands for a source without a name, ``?`` for one that nobody can tell, ``AUTHOR`` for the writer,
    and ``A & B`` for two names of which each is right. Further columns are not read.

    >>> speakers = parse_speakers("0\tperson\tOrla Vane\n1\tgroup\t-\n2\tperson\t?\n")
    >>> speakers[0].names, speakers[1].names, speakers[2]
    (('Orla Vane',), (), None)

    Raises:
        GoldError: a row has no number, kind and name, or a number is there twice.
    """
    found: dict[int, GoldSpeaker | None] = {}
    for number, cells in _rows(rows):
        if len(cells) < 3 or not (cells[0].isascii() and cells[0].isdigit()) or not cells[2]:
            raise GoldError("a row is the number of an attribution, a kind and a name, with tabs between", path, number)
        index = int(cells[0])
        if index in found:
            raise GoldError(f"a second row is about attribution {index}", path, number)
        found[index] = _speaker(cells[1], cells[2].strip())
    return found


def parse_claims(text: str, rows: str, *, path: str = "<claims>") -> tuple[GoldClaim, ...]:
    r"""The claims of an article: ``2<tab>affirm<tab>Orla Vane<tab>the port<tab>The port is closed``, in text order.

    The columns are how much it is worth checking (2: worth it, 1: a mere fact), the claimer's stance (``affirm``, ``refute``,
    ``question``), the claimer (``AUTHOR`` is the article), what it is about, and the words, just as they stand in the text.
    Words that come more than once are those after the claim before, if they are there, else the first.

    >>> text = "The port is closed, Orla Vane said."
    >>> parse_claims(text, "2\taffirm\tOrla Vane\tthe port\tThe port is closed\n")[0].span.end
    18

    Raises:
        GoldError: a row has not five such columns, or the text does not hold the words.
    """
    found: list[GoldClaim] = []
    after = 0
    taken: dict[str, int] = {}
    for number, cells in _rows(rows):
        if len(cells) < 5 or cells[0] not in ("1", "2") or cells[1] not in STANCES or not cells[4]:
            raise GoldError("a row is 1 or 2, affirm, refute or question, the claimer, the object and the words", path, number)
        worth, stance, claimer, about, words = cells[:5]
        start = text.find(words, max(after, taken.get(words, -1) + 1))
        start = text.find(words) if start < 0 else start
        if start < 0:
            raise GoldError(f"the text does not hold {words[:60]!r}", path, number)
        after = taken[words] = start
        span = Span.of(text, start, start + len(words))
        found.append(GoldClaim(span, int(worth), STANCES[stance], None if claimer == ARTICLE else claimer, about))
    return tuple(sorted(found, key=lambda claim: claim.span))


def _rows(rows: str) -> Iterator[tuple[int, list[str]]]:
    for number, line in enumerate(rows.split("\n"), 1):
        if line.strip():
            yield number, line.removesuffix("\r").split("\t")


def _speaker(kind: str, name: str) -> GoldSpeaker | None:
    if name in OPEN:
        return None
    known = SpeakerKind(kind) if kind in {each.value for each in SpeakerKind} else SpeakerKind.UNKNOWN
    return GoldSpeaker(known, () if name == UNNAMED else tuple(name.split(SEVERAL)))
