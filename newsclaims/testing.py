"""For people who write rules: check a rule against a text with the expected spans drawn on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from newsclaims.extractor import Extractor
from newsclaims.rules import RuleSet
from newsclaims.shown import Shown, short
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.explanation import Explanation
    from newsclaims.model import Quote
    from newsclaims.rules import Rule

TAGS = {"s": "source", "q": "content", "c": "cue"}


@attrs.frozen(repr=False)
class Marked(Shown):
    """A text without its tags, and the spans that stood between them, by tag: ``s``, ``q``, ``c``."""

    _shows = ("text", "spans")

    text: str
    spans: dict[str, tuple[Span, ...]]


def read_marked(marked: str) -> Marked:
    """A text with ``<s>source</s>``, ``<q>content</q>`` and ``<c>cue</c>`` drawn on it.

    Every other ``<`` is text, but tags that look like one of these (``<source>``, ``<Q>``) are errors.

    >>> read_marked("<s>Vane</s> <c>said</c> no.").spans["c"]
    (Span(5, 9, 'said'),)

    Raises:
        ValueError: a tag without its pair, inside a tag of its own kind, or of another name.
    """
    plain: list[str] = []
    opened: dict[str, int] = {}
    bounds: list[tuple[str, int, int]] = []
    at = length = 0
    wrong = next(
        (each for each in re.finditer(r"</?([A-Za-z]{1,12})>", marked) if each[1] not in TAGS and each[1][0].lower() in TAGS), None
    )
    if wrong is not None:
        raise ValueError(f"{wrong[0]} at character {wrong.start()} is no tag: there are <s> (source), <q> (content), <c> (cue)")
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


def check_rule(rule: Rule, marked: str, *, rules: RuleSet[Rule] | None = None) -> None:
    """Asserts that a rule makes just the attribution drawn on a text; with nothing drawn, that it makes none.

    The rule is tried alone, or in the set ``rules``, where what is found before it is found before it here too:
    ``rules=DEFAULT_RULES.before("carry-over", rule)``. The text is marked as :func:`read_marked` says: one ``<s>`` or none, one
    ``<q>`` for each stretch of the words said (quotation marks included). The cue is looked at only where ``<c>`` is drawn.

    >>> from newsclaims import PatternRule
    >>> check_rule(PatternRule("label", "{source} : {quote}"), "<s>Vane</s>: <q>“It rained.”</q>")

    Raises:
        AssertionError: what came out is something else; the message shows both, what other rules found, and every step of the rule.
        ValueError: the tags are not in order, or the rule is not in ``rules``.
    """
    __tracebackhide__ = True
    expected = _expected(marked)
    if rules is not None and rule.name not in rules:
        raise ValueError(f"the rule {rule.name!r} is not in rules: put it there, as in rules=DEFAULT_RULES.before('carry-over', rule)")
    explanation = Extractor(rules=RuleSet((rule,)) if rules is None else rules).explain(expected.text)
    got = [_spans(quote) for quote in explanation.document.quotes if quote.rule == rule.name]
    wanted = [expected.spans] if any(expected.spans.values()) else []
    if not expected.spans["c"]:
        got = [{**spans, "c": ()} for spans in got]
    if got != wanted:
        others = [f"    {quote.rule}: {quote}" for quote in explanation.document.quotes if quote.rule not in (None, rule.name)]
        beside = "".join(f"{line}\n" for line in ("found by other rules:", *others)) if others else ""
        told = "\n".join(map(str, explanation)) if rules is None else "\n".join(_steps(explanation, rule.name))
        raise AssertionError(f"{rule.name}\nexpected:\n{_shown(wanted)}\ngot:\n{_shown(got)}\n{beside}because:\n{told}")


def _expected(marked: str) -> Marked:
    """A marked text of a case.

    Raises:
        ValueError: the tags are not in order, or there are not as many as an attribution has.
    """
    expected = read_marked(marked)
    for tag in ("s", "c"):
        if len(expected.spans[tag]) > 1:
            raise ValueError(f"<{tag}> is drawn {len(expected.spans[tag])} times: an attribution has one {TAGS[tag]}")
    if any(expected.spans.values()) and not expected.spans["q"]:
        raise ValueError("no <q> is drawn: an attribution has words that were said")
    return expected


def _steps(explanation: Explanation, rule: str) -> Iterator[str]:
    """What the explanation says of a rule, of all those of a set."""
    for item in explanation:
        steps = [f"    {trial}" for trial in item.trials if trial.rule == rule]
        if steps or (item.rule is not None and item.kind != "source"):
            yield f"{item.kind} {short(item.span.text)!r} at {item.span.start}-{item.span.end}: {item.rule or 'no rule'}"
            yield from steps or [f"    {rule}: not tried: part of what {item.rule} found"]


def check_cases(path: str | Path, rule: Rule | None = None, *, rules: RuleSet[Rule] | None = None) -> int:
    """Asserts that every case of a file holds, and returns how many there are; :func:`read_cases` says what such a file is.

    With ``rule`` each is checked as :func:`check_rule` does. Without, what is drawn must be among what the whole set finds
    (``rules``, by default those that are shipped), whichever of them finds it, and where nothing is drawn nobody may be quoted.
    A case that is marked as not reached yet must fail.

    Raises:
        AssertionError: cases that do not hold, or hold although they are marked; each with its line.
        ValueError: tags that are not in order.
        OSError: the file cannot be read.
    """
    __tracebackhide__ = True
    cases = read_cases(Path(path).read_text(encoding="utf-8"))
    wrong = []
    for case in cases:
        failure = _failure(case, rule, rules)
        if case.failure is None and failure is not None:
            wrong.append(f"{path}, line {case.line}: {failure}")
        elif case.failure is not None and failure is None:
            wrong.append(f"{path}, line {case.line}: holds, although it is marked as not reached yet ({case.failure})")
    if wrong:
        raise AssertionError("\n\n".join((f"{len(wrong)} of {len(cases)} cases", *wrong)))
    return len(cases)


def _failure(case: Case, rule: Rule | None, rules: RuleSet[Rule] | None) -> str | None:
    """What is wrong with a case, if anything."""
    if rule is not None:
        try:
            check_rule(rule, case.marked, rules=rules)
        except AssertionError as error:
            return str(error)
        return None
    expected = _expected(case.marked)
    document = (Extractor() if rules is None else Extractor(rules=rules)).extract(expected.text)
    got = [_spans(quote) for quote in document.quotes if quote.rule is not None]
    if not expected.spans["c"]:
        got = [{**spans, "c": ()} for spans in got]
    drawn = any(expected.spans.values())
    if expected.spans in got if drawn else not got:
        return None
    return f"{short(expected.text, 100)}\nexpected:\n{_shown([expected.spans] if drawn else [])}\ngot:\n{_shown(got)}"


def _spans(quote: Quote) -> dict[str, tuple[Span, ...]]:
    return {
        "s": () if quote.source is None else (quote.source,),
        "q": quote.contents,
        "c": () if quote.cue is None else (quote.cue.span,),
    }


def _shown(attributions: list[dict[str, tuple[Span, ...]]]) -> str:
    lines = [f"    {TAGS[tag]:8} {span.start}-{span.end} {span.text}" for spans in attributions for tag in TAGS for span in spans[tag]]
    return "\n".join(lines) or "    nothing"


@attrs.frozen(repr=False)
class Case(Shown):
    """A marked text of a file of cases, at a ``line``; ``group`` says what it shows, ``failure`` why it does not hold yet (or ``None``)."""

    _shows = ("marked", "group", "failure")

    marked: str
    group: str = ""
    failure: str | None = None
    line: int = attrs.field(default=0, eq=False)


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
    for block, line in _blocks(content):
        failure = None
        marked = []
        for words in block:
            if words.startswith("#!"):
                failure = words[2:].strip()
            elif words.startswith("#"):
                group = words[1:].strip()
            else:
                marked.append(words)
        if marked:
            cases.append(Case("\n".join(marked).replace("¶", "\n\n"), group, failure, line))
    return tuple(cases)


def _blocks(content: str) -> Iterator[tuple[list[str], int]]:
    """The lines between empty lines, with the number of the first."""
    block: list[str] = []
    for number, line in enumerate((*content.splitlines(), ""), 1):
        if line.strip():
            block.append(line)
        elif block:
            yield block, number - len(block)
            block = []
