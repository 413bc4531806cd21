"""Whether the name a speaker was given is the right one."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator

import attrs

from newsclaims.evaluation.counts import share
from newsclaims.evaluation.gold import GoldQuote, GoldSpeaker
from newsclaims.evaluation.matching import Judgement, Verdict
from newsclaims.language import load_language
from newsclaims.model import QuoteKind, SpeakerKind
from newsclaims.shown import Shown

PEOPLE, PRONOUNS, SHORT, UNNAMED, END_TO_END = "people", "called by a pronoun", "called by less", "without a name", "in quotation marks"
GROUPS = (PEOPLE, PRONOUNS, SHORT, UNNAMED, END_TO_END)


@attrs.frozen(repr=False)
class NameScore(Shown):
    """Of the quotes of one group, how many were given the right name, and how many exactly the name.

    Groups are ``"people"`` (quotes that were found and whose speaker the article names), of these those whose source is a
    pronoun (``"called by a pronoun"``) or says less than the name (``"called by less"``: “Vane”, “the minister”); quotes that were
    found and whose speaker has no name (``"without a name"``: right is that none is claimed); and all annotated quotes with
    quotation marks whose speaker is named, found or not (``"in quotation marks"``).
    """

    _shows = ("group", "quotes", "right", "exact")

    group: str
    quotes: int
    right: int
    exact: int

    @property
    def share(self) -> float:
        """The share that has the right name (0 to 1)."""
        return share(self.right, self.quotes)

    @property
    def share_exact(self) -> float:
        """The share that has the right name with neither more nor fewer words (0 to 1)."""
        return share(self.exact, self.quotes)


def name_scores(judgements: Iterable[Judgement]) -> tuple[NameScore, ...]:
    """A score a group; none where no speaker is annotated.

    A speaker that the annotation leaves open (``None``) does not count, nor do organizations, groups and documents.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for judgement in judgements:
        for quote, verdict in judgement.gold:
            if quote.speaker is not None:
                for group, right, exact in _outcomes(quote, quote.speaker, verdict):
                    counts.update({(group, "quotes"): 1, (group, "right"): right, (group, "exact"): exact})
    if not counts:
        return ()
    return tuple(NameScore(group, *(counts[group, what] for what in ("quotes", "right", "exact"))) for group in GROUPS)


def _outcomes(quote: GoldQuote, speaker: GoldSpeaker, verdict: Verdict | None) -> Iterator[tuple[str, bool, bool]]:
    """The groups that a quote counts in, whether it has the right name there, and whether exactly the name."""
    found = None if verdict is None or verdict.quote.speaker is None else verdict.quote.speaker
    if not speaker.names:
        if verdict is not None:
            yield UNNAMED, found is None or not found.named, False
        return
    if speaker.kind is not SpeakerKind.PERSON or not quote.source:
        return
    right, exact = (found is not None and _is_any(speaker, found.name, exactly) for exactly in (False, True))
    if verdict is not None:
        yield PEOPLE, right, exact
        called = _called_by(quote, speaker)
        if called is not None:
            yield called, right, exact
    if quote.kind is not QuoteKind.INDIRECT:
        yield END_TO_END, right, exact


def _is_any(speaker: GoldSpeaker, name: str, exactly: bool) -> bool:
    return any(same_name(each, name, exactly=exactly) for each in speaker.names)


def _called_by(quote: GoldQuote, speaker: GoldSpeaker) -> str | None:
    """The group of quotes whose source is not the whole name."""
    called = " ".join(span.text for span in quote.source)
    if called.lower() in _pronouns():
        return PRONOUNS
    return None if set(name_parts(speaker.names[0])) <= set(name_parts(called)) else SHORT


def same_name(one: str, other: str, *, exactly: bool = False) -> bool:
    """Whether two names may be one person's: the longer has every part of the shorter, the last one in full.

    An initial agrees with what it may stand for. ``exactly`` asks that neither has a part more.

    >>> same_name("Orla Vane", "Vane"), same_name("Orla Vane", "O. Vane"), same_name("Orla Vane", "Ivo Vane")
    (True, True, False)
    >>> same_name("Orla Vane", "Vane", exactly=True)
    False
    """
    short, long = sorted((name_parts(one), name_parts(other)), key=len)
    if not short or (exactly and len(short) != len(long)):
        return False
    return short[-1] in long and all(any(_agree(part, full) for full in long) for part in short)


def name_parts(name: str) -> list[str]:
    """The words of a name that tell it from others, in small letters.

    >>> name_parts("the Vanes’ Orla Vane Jr.")
    ['vanes', 'orla', 'vane']
    """
    return [part for part in _part().findall(name.lower()) if part not in _shared()]


def _agree(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])


@functools.cache
def _part() -> re.Pattern[str]:
    return re.compile(r"\w+")


@functools.cache
def _shared() -> frozenset[str]:
    return load_language("en").words("shared_name_words")


@functools.cache
def _pronouns() -> frozenset[str]:
    return frozenset(load_language("en").table("source_pronouns"))
