"""Rules for house styles without quotation marks: ``"{time} {source}: {content}"`` at the beginning of a line."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from newsclaims.errors import PatternError
from newsclaims.grammar.stamps import CLOCK
from newsclaims.model import Cue
from newsclaims.rulebook.rule import check_name
from newsclaims.rules.base import Anchor, Attribution, Outcome
from newsclaims.shown import Shown, meant
from newsclaims.spans import Span

if TYPE_CHECKING:
    from newsclaims.rules.findings import Findings

SLOTS = ("source", "role", "content", "time", "number", "any")
LONGEST_SLOT = 80
"""Characters that a slot may take in."""
MOST_WORDS = 8
"""Words of a source or role."""
MAX_PARTS = 20
"""Slots and stretches of a template."""
TIME = re.compile(rf"{CLOCK}(?: ?[AaPp]\.?[Mm]\.?)?")
NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,12}){0,4}")
ENDS = tuple('!?;"“”„«»\n')
LABEL_WORDS = 5
SIGN, COLON = "sign", ":"
"""What stands between the label and the words; the last stretch that stands for itself."""
DECORATION = " \t*_#>[](){}|•-–—"
"""What may stand around a label: marks of bold and lists, brackets, dashes."""


@attrs.frozen
class Part:
    """A piece of a template: the name of a slot, or a stretch that stands for itself, white space for any."""

    text: str
    is_slot: bool = False


@attrs.frozen(repr=False)
class LineRule(Shown):
    r"""A rule that attributes what follows a label at the beginning of a line, for houses that print speech without quotation marks.

    Slots are ``{source}`` and ``{content}`` (each exactly once, ``{content}`` last), ``{role}``, ``{time}`` ("14:05", "2.30 p.m."),
    ``{number}`` and ``{any}`` (up to 80 characters). All else stands for itself, brackets and ``**`` too; where the template has a
    space, any will do. A source or role has up to eight words; one word of a source begins with a capital, and none is a verb.
    ``{content}`` is the rest of the line; what follows without a label of its own goes on with it, paragraphs too, unless
    ``goes_on`` is false.

    >>> from newsclaims import DEFAULT_RULES, Extractor
    >>> blog = LineRule("live-blog", "{time} {source}: {content}")
    >>> extractor = Extractor(rules=DEFAULT_RULES.before(DEFAULT_RULES.names[0], blog))
    >>> print(extractor.extract("14:05 Orla Vane: The lift is out.\n14:07 Ivo Karr: Again?"))
    Orla Vane | : | The lift is out.
    Ivo Karr | : | Again?

    Raises:
        PatternError: the template is empty, has an unknown slot, a slot twice, two slots with nothing between them, a brace without
            its pair, no ``{source}``, no ``{content}`` at its end, or more than 20 parts; ``position`` says where.
        RuleError: the name is empty or holds white space.
    """

    _shows = ("name", "template")

    name: str
    template: str
    goes_on: bool = True
    _parts: tuple[Part, ...] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        check_name(self.name)
        object.__setattr__(self, "_parts", read_line_template(self.template))

    @property
    def doc(self) -> str:
        """The template."""
        return self.template

    @property
    def anchor(self) -> Anchor:
        """A template is laid on each line."""
        return "line"

    def apply(self, layers: Findings, anchor: Span) -> Outcome:
        """The attribution of a line that begins as the template has it, with what goes on with it; or what is missing."""
        slots = self._match(anchor.text)
        if isinstance(slots, str):
            return slots
        first, last = slots["source"]
        source = Span.of(layers.text, anchor.start + first, anchor.start + last)
        if layers.clauses.has_finite(layers.at(source.start), layers.at(source.end)):
            return f"“{source.text}” is no name"
        contents = self._contents(layers, anchor, anchor.start + slots["content"][0])
        cue = _cue(layers.text, anchor, slots.get(SIGN))
        return Attribution(contents, source, cue, verbatim=True) if contents else "nothing is said after the label"

    def _match(self, line: str) -> dict[str, tuple[int, int]] | str:
        """Where each slot stands in a line, or what is missing."""
        furthest = 0
        failed: set[tuple[int, int]] = set()

        def laid(index: int, at: int) -> dict[str, tuple[int, int]] | None:
            nonlocal furthest
            if index == len(self._parts):
                return {}
            furthest = max(furthest, index)
            if (index, at) in failed:
                return None
            part = self._parts[index]
            for end in _places(part, line, at):
                rest = laid(index + 1, end)
                if rest is not None:
                    return {part.text if part.is_slot else SIGN: (at, end), **rest}
            failed.add((index, at))
            return None

        found = laid(0, 0)
        missing = self._parts[min(furthest, len(self._parts) - 1)]
        return found if found is not None else f"no {missing_words(missing)} where the template has it"

    def _contents(self, layers: Findings, line: Span, start: int) -> tuple[Span, ...]:
        """What is said: the rest of the line and the lines that go on with it, a span for each paragraph."""
        lines = layers.lines()
        at = bisect.bisect_left(lines, line.start, key=lambda each: each.start)
        stop = at + 1
        while self.goes_on and stop < len(lines) and not self._has_label(lines[stop].text):
            stop += 1
        said = [(start, line.end), *((each.start, each.end) for each in lines[at + 1 : stop])]
        return tuple(_by_paragraph(layers, [(begin, end) for begin, end in said if layers.text[begin:end].strip(DECORATION)]))

    def _has_label(self, line: str) -> bool:
        return has_label(line) or not isinstance(self._match(line), str)


def _cue(text: str, line: Span, sign: tuple[int, int] | None) -> Cue | None:
    """The colon, or what else stands between the label and the words said, which says that they are."""
    words = "" if sign is None else line.text[slice(*sign)]
    mark = COLON if COLON in words else words.strip()
    if sign is None or not mark:
        return None
    start = line.start + sign[0] + words.index(mark)
    return Cue(Span.of(text, start, start + len(mark)), mark, "say")


def missing_words(part: Part) -> str:
    """A part, as it is told that it is missing."""
    return f"{{{part.text}}}" if part.is_slot else f"“{part.text.strip() or ' '}”"


def has_label(line: str) -> bool:
    """Whether a line begins with what looks like a label: a time, or a few words with capitals before a colon.

    >>> [has_label(line) for line in ("14:07 Ivo Karr: Again?", "**AB:** What lift?", "One thing is clear: we lost.")]
    [True, True, False]
    """
    words = line.lstrip(DECORATION)
    if TIME.match(words):
        return True
    label, colon, rest = words[:LONGEST_SLOT].partition(":")
    names = label.split()
    capitals = all(name[0].isupper() or name[0].isdigit() for name in (each.strip(DECORATION) for each in names) if name)
    return bool(colon) and 0 < len(names) <= LABEL_WORDS and capitals and (not rest or rest[0] in f'{DECORATION}“"')


def _by_paragraph(layers: Findings, said: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The stretches, those of one paragraph as one."""
    ends = [end for _, end in layers.paragraphs]
    begun: tuple[int, int, int] | None = None
    for start, end in said:
        paragraph = bisect.bisect_left(ends, end)
        if begun is not None and begun[2] != paragraph:
            yield Span.of(layers.text, begun[0], begun[1])
            begun = None
        begun = (start if begun is None else begun[0], end, paragraph)
    if begun is not None:
        yield Span.of(layers.text, begun[0], begun[1])


def _places(part: Part, line: str, at: int) -> Iterator[int]:
    """Where a part can end that begins at a character, the likeliest first."""
    if not part.is_slot:
        yield from _literal(part.text, line, at)
    elif part.text == "content":
        yield len(line)
    elif part.text in ("time", "number"):
        match = (TIME if part.text == "time" else NUMBER).match(line, at)
        if match:
            yield match.end()
    else:
        fits: Callable[[str], bool] = {"source": _is_name, "role": _is_phrase}.get(part.text, bool)
        yield from (end for end in range(at + 1, min(len(line), at + LONGEST_SLOT) + 1) if fits(line[at:end]))


def _literal(text: str, line: str, at: int) -> Iterator[int]:
    """The end of a stretch that stands for itself, in any case; white space in it stands for any."""
    for is_space, signs in itertools.groupby(text, key=str.isspace):
        word = "".join(signs)
        if is_space:
            after = len(line) - len(line[at:].lstrip())
            if after == at and at < len(line):
                return
            at = after
        elif line[at : at + len(word)].lower() == word.lower():
            at += len(word)
        else:
            return
    yield at


def _is_phrase(words: str) -> bool:
    """Whether words can stand for somebody: few, and no end of a sentence among them."""
    return words == words.strip() and 0 < len(words.split()) <= MOST_WORDS and not any(end in words for end in ENDS)


def _is_name(words: str) -> bool:
    """Whether words can name somebody: a phrase with a capital at the beginning of a word."""
    return _is_phrase(words) and any(word.lstrip("('’‘@")[:1].isupper() for word in words.split())


def read_line_template(template: Any) -> tuple[Part, ...]:
    """The parts of a template in order.

    Raises:
        PatternError: see :class:`LineRule`.
    """
    if not isinstance(template, str):
        raise PatternError(f"a template is a str, not {type(template).__name__}", str(template))
    parts = list(_parts(template))
    names = [part.text for part in parts if part.is_slot]
    for needed in ("source", "content"):
        if needed not in names:
            raise PatternError(f"no {{{needed}}}" if parts else "no slot and no word", template)
    if names[-1] != "content" or not parts[-1].is_slot:
        raise PatternError("{content} is the rest of the line: nothing stands after it", template, template.index("{content}"))
    if len(parts) > MAX_PARTS:
        raise PatternError(f"more than {MAX_PARTS} slots and stretches", template)
    return tuple(parts)


def _parts(template: str) -> Iterator[Part]:
    at = 0
    seen: set[str] = set()
    while at < len(template):
        opening, closing = template.find("{", at), template.find("}", at)
        stop = len(template) if opening < 0 else opening
        if 0 <= closing < stop:
            raise PatternError("a closing brace without its opening one", template, closing)
        if stop > at:
            yield Part(template[at:stop])
        elif at and opening == at:
            raise PatternError("two slots with nothing between them", template, opening)
        if opening < 0:
            return
        if closing < 0:
            raise PatternError("a brace that is never closed", template, opening)
        name = template[opening + 1 : closing]
        if name not in SLOTS:
            raise PatternError(f"no slot is called {name!r} (there are: {', '.join(SLOTS)}){meant(name, SLOTS)}", template, opening)
        if name in seen and name != "any":
            raise PatternError(f"the slot {{{name}}} comes twice", template, opening)
        seen.add(name)
        yield Part(name, is_slot=True)
        at = closing + 1
