"""For people who write rules: check a rule against a text with the expected spans drawn on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import attrs

from newsclaims.extractor import Extractor
from newsclaims.rules import RuleSet
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.model import Quote
    from newsclaims.rules import Rule

TAGS = {"s": "source", "q": "content", "c": "cue"}


@attrs.frozen
class Marked:
    """A text without its tags, and the spans that stood between them, by tag: ``s``, ``q``, ``c``."""

    text: str
    spans: dict[str, tuple[Span, ...]]


def read_marked(marked: str) -> Marked:
    """A text with ``<s>source</s>``, ``<q>content</q>`` and ``<c>cue</c>`` drawn on it. All other ``<`` are text.

    >>> read_marked("<s>Vane</s> <c>said</c> no.").spans["c"]
    (Span(start=5, end=9, text='said'),)

    Raises:
        ValueError: a tag without its pair, or inside a tag of its own kind.
    """
    plain: list[str] = []
    opened: dict[str, int] = {}
    bounds: list[tuple[str, int, int]] = []
    at = length = 0
    for match in re.finditer(r"<(/?)([sqc])>", marked):
        plain.append(marked[at : match.start()])
        length += match.start() - at
        at = match.end()
        closes, tag = match.groups()
        if bool(closes) != (tag in opened):
            raise ValueError(f"{match.group()} at character {match.start()} {'closes nothing' if closes else 'stands inside another'}")
        if closes:
            bounds.append((tag, opened.pop(tag), length))
        else:
            opened[tag] = length
    if opened:
        raise ValueError(f"<{next(iter(opened))}> is never closed")
    text = "".join((*plain, marked[at:]))
    return Marked(text, {tag: tuple(sorted(Span.of(text, a, b) for name, a, b in bounds if name == tag)) for tag in TAGS})


def check_rule(rule: Rule, marked: str) -> None:
    """Asserts that a rule, alone, makes just the attribution drawn on a text; with nothing drawn, that it makes none.

    The text is marked as :func:`read_marked` says: one ``<s>`` or none, one ``<q>`` for each stretch of the words said
    (quotation marks included). The cue is looked at only where ``<c>`` is drawn.

    >>> from newsclaims import PatternRule
    >>> check_rule(PatternRule("label", "{source} : {quote}"), "<s>Vane</s>: <q>“It rained.”</q>")

    Raises:
        AssertionError: what came out is something else; the message shows both, and every step of the rule.
        ValueError: the tags are not in order.
    """
    __tracebackhide__ = True
    expected = read_marked(marked)
    explanation = Extractor(rules=RuleSet((rule,))).explain(expected.text)
    got = [_spans(quote) for quote in explanation.document.quotes if quote.rule == rule.name]
    wanted = [expected.spans] if any(expected.spans.values()) else []
    if not expected.spans["c"]:
        got = [{**spans, "c": ()} for spans in got]
    if got != wanted:
        raise AssertionError(f"{rule.name}\nexpected:\n{_shown(wanted)}\ngot:\n{_shown(got)}\nbecause:\n{explanation}")


def _spans(quote: Quote) -> dict[str, tuple[Span, ...]]:
    return {
        "s": () if quote.source is None else (quote.source,),
        "q": quote.contents,
        "c": () if quote.cue is None else (quote.cue.span,),
    }


def _shown(attributions: list[dict[str, tuple[Span, ...]]]) -> str:
    lines = [f"    {TAGS[tag]:8} {span.start}-{span.end} {span.text}" for spans in attributions for tag in TAGS for span in spans[tag]]
    return "\n".join(lines) or "    nothing"


@attrs.frozen
class Case:
    """A marked text of a file of cases; ``group`` says what it shows, ``failure`` why it does not hold yet (or ``None``)."""

    marked: str
    group: str = ""
    failure: str | None = None


def read_cases(content: str) -> tuple[Case, ...]:
    r"""The cases of a text file: marked texts, with an empty line between them.

    ``¶`` in a text is the end of a paragraph. A line with ``#`` before a text says what it and those after it show; one
    with ``#!`` that it is right, but not reached yet, and why.

    >>> cases = read_cases("# a name before the verb\n<s>Vane</s> <c>said</c> <q>no</q>.\n\n#! nobody can\nVane left.\n")
    >>> [(case.group, case.failure) for case in cases]
    [('a name before the verb', None), ('a name before the verb', 'nobody can')]
    """
    cases: list[Case] = []
    group = ""
    for block in re.split(r"\n(?:[^\S\n]*\n)+", content.strip()):
        failure = None
        marked = []
        for line in block.splitlines():
            if line.startswith("#!"):
                failure = line[2:].strip()
            elif line.startswith("#"):
                group = line[1:].strip()
            else:
                marked.append(line)
        if marked:
            cases.append(Case("\n".join(marked).replace("¶", "\n\n"), group, failure))
    return tuple(cases)
