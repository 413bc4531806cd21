"""Applying an ordered rule set to a text: the one code path of extract and explain.

Order is priority: each rule sees, in text order, the anchors (quotations or cues) that no rule before it has used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from newsclaims.errors import RuleError
from newsclaims.rulebook.rule import FunctionRule, Recorder
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
    users = findings.users
    for each in rules:
        apply = each.function if isinstance(each, FunctionRule) else each.apply  # one call less, tens of thousands of times
        things: Sequence[Any] = findings.things(each.anchor)
        used = users.of(each.anchor)
        for index in users.waiting(each.anchor):
            if used[index] is not None:  # by this rule, with an anchor before it
                continue
            anchor = things[index]
            try:
                answer = apply(findings, anchor)
            except Exception as error:
                raise RuleError(f"the rule {each.name!r} failed: {type(error).__name__}: {error}") from error
            refused = answer is None or type(answer) is str  # as most are
            if not refused:
                answer = _checked(each, findings, answer)
            if record is not None:
                record(each.name, anchor, answer)
            if not refused and isinstance(answer, Attribution):
                findings.add(answer, each.name)
    return findings


def _checked(rule: Rule, layers: Findings, answer: object) -> Outcome:
    if isinstance(answer, str):
        return answer
    if not isinstance(answer, Attribution):
        raise RuleError(f"the rule {rule.name!r} must return an Attribution, a str or None, not {type(answer).__name__}")
    if answer.continues is not None and answer.source is not None and _opens_with(answer.contents[0], answer.source):
        return "the words name who speaks"  # according to “Vane the mayor”
    return _well_formed(rule, layers, answer)


def _opens_with(content: Span, source: Span) -> bool:
    """Whether words begin with a source, behind a mark."""
    return content.start <= source.start <= content.start + LONGEST_MARK and source.end <= content.end


def _well_formed(rule: Rule, layers: Findings, attribution: Attribution) -> Outcome:
    """The attribution with its contents in order, disjoint, without its own source and cue in them, and across no other's edge."""
    cue = attribution.cue.span if attribution.cue is not None else None
    marks = [span for span in (attribution.source, cue) if span is not None]
    _check(rule, layers, attribution, marks)
    contents = attribution.contents if len(attribution.contents) == 1 else ordered(layers.text, attribution.contents)
    for mark in marks:
        if _reach(contents, mark):
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


def _reach(contents: Sequence[Span], mark: Span) -> bool:
    """Whether the stretch from the first content to the last shares a character with a mark."""
    return bool(contents) and mark.start < contents[-1].end and contents[0].start < mark.end


def _check(rule: Rule, layers: Findings, attribution: Attribution, marks: list[Span]) -> None:
    """Raises an error that names the rule where an attribution points to nothing."""
    told = () if attribution.addressee is None else (attribution.addressee,)
    for span in (*attribution.contents, *marks, *told):
        if not _is_stretch(layers.text, span):
            raise RuleError(f"the rule {rule.name!r} returned {span!r}, which is no stretch of the text")
    if attribution.continues is not None and not layers.was_found(attribution.continues):
        raise RuleError(f"the rule {rule.name!r} continues an attribution that is not one of layers.found")


def _is_stretch(text: str, span: object) -> bool:
    """Whether something that a rule gave is a stretch of the text."""
    return isinstance(span, Span) and 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text


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
