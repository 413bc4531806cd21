"""Applying an ordered rule set to a text: the one code path of extract and explain.

Order is priority: each rule sees, in text order, the anchors (quotations or cues) that no rule before it has used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from newsclaims.errors import RuleError
from newsclaims.rulebook.rule import FunctionRule, Recorder
from newsclaims.rulebook.ruleset import RuleSet
from newsclaims.rules.base import Attribution, Outcome, Rule
from newsclaims.rules.findings import Findings
from newsclaims.rules.overlaps import LOOSE, apart, is_said_again, is_somebodys, with_words
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.layers import Layers


LONGEST_MARK = 3
"""Characters of a quotation mark with a space."""


def apply_rules(layers: Layers, rules: Iterable[Rule], record: Recorder | None = None) -> Findings:
    """Everything the rules find, in the order they find it; ``record`` is told of each try.

    Raises:
        RuleError: a rule raised an exception (which is the ``__cause__``) or did not answer as a rule must.
    """
    findings = Findings(layers)
    tested = isinstance(rules, RuleSet) and rules.is_shipped  # our own rules are held by tests to what a rule must answer
    for each in rules:
        apply = each.function if isinstance(each, FunctionRule) else each.apply  # one call less, tens of thousands of times
        among = getattr(each, "among", None) if record is None else None
        anchors = findings.anchors(each.anchor) if among is None else among(findings)
        things, users = anchors.all, anchors.users
        for index in anchors.free:
            if users[index] is not None:  # by this rule, with an anchor before it
                continue
            try:
                answer = apply(findings, things[index])
            except Exception as error:
                raise RuleError(f"the rule {each.name!r} failed: {type(error).__name__}: {error}") from error
            if type(answer) is not str and answer is not None:  # most are refusals
                answer = _checked(each, findings, answer, tested=tested)
                if isinstance(answer, Attribution):
                    findings.add(answer, each.name)
            if record is not None:
                record(each.name, things[index], answer)
    return findings


def _checked(rule: Rule, layers: Findings, answer: object, *, tested: bool) -> Outcome:
    if isinstance(answer, str):
        return answer
    if not isinstance(answer, Attribution):
        raise RuleError(f"the rule {rule.name!r} must return an Attribution, a str or None, not {type(answer).__name__}")
    if answer.continues is not None and answer.source is not None and _opens_with(answer.contents[0], answer.source):
        return "the words name who speaks"  # according to “Vane the mayor”
    marks = [] if answer.source is None else [answer.source]
    if answer.cue is not None:
        marks.append(answer.cue.span)
    if not tested:
        _check(rule, layers, answer, marks)
    return _well_formed(layers, answer, marks)


def _opens_with(content: Span, source: Span) -> bool:
    """Whether words begin with a source, behind a mark."""
    return content.start <= source.start <= content.start + LONGEST_MARK and source.end <= content.end


def _check(rule: Rule, layers: Findings, attribution: Attribution, marks: list[Span]) -> None:
    """Raises an error that names the rule where an attribution points to nothing."""
    text = layers.text
    told = () if attribution.addressee is None else (attribution.addressee,)
    for span in (*attribution.contents, *marks, *told):
        if not (isinstance(span, Span) and 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text):
            raise RuleError(f"the rule {rule.name!r} returned {span!r}, which is no stretch of the text")
    if attribution.continues is not None and not layers.was_found(attribution.continues):
        raise RuleError(f"the rule {rule.name!r} continues an attribution that is not one of layers.found")


def _well_formed(layers: Findings, attribution: Attribution, marks: list[Span]) -> Outcome:
    """The attribution with its contents in order, disjoint, without its own source and cue in them, and across no other's edge."""
    contents = attribution.contents if len(attribution.contents) == 1 else ordered(layers.text, attribution.contents)
    for mark in marks:
        if contents and mark.start < contents[-1].end and contents[0].start < mark.end:
            contents = tuple(piece for content in contents for piece in _without(layers, content, mark))
    if attribution.continues is None:
        if is_somebodys(layers, contents):
            if is_said_again(layers, contents):
                return "these words are already somebody's"
            contents = apart(layers, contents)
        contents = with_words(contents)
    if not contents:
        return "nothing is said beside the source and the cue"
    return attribution if contents == attribution.contents else attrs.evolve(attribution, contents=contents)


def ordered(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans in text order; those that overlap become one.

    >>> ordered("a few words", (Span(6, 11, "words"), Span(0, 5, "a few"), Span(2, 5, "few")))
    (Span(0, 5, 'a few'), Span(6, 11, 'words'))
    """
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span.of(text, joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


def _without(layers: Layers, content: Span, hole: Span) -> Iterator[Span]:
    """What is left of a content around a hole, without white space and commas at the cut; nothing where no word is left."""
    if not content.overlaps(hole):
        yield content
        return
    for start, end in ((content.start, hole.start), (hole.end, content.end)):
        words = layers.text[start:end] if start < end else ""
        if any(char.isalnum() for char in words):
            kept = words.lstrip(LOOSE) if start == hole.end else words
            start = end - len(kept)
            kept = kept.rstrip(LOOSE) if end == hole.start else kept
            yield Span(start, start + len(kept), kept)
