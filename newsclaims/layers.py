"""Layers: a text with everything stage 1 found in it, the only thing a rule looks at."""

from __future__ import annotations

import bisect
import functools
import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from newsclaims.grammar.class_names import CLASS_NAMES, MARK
from newsclaims.grammar.clauses import ClauseReader
from newsclaims.grammar.cues import ASSERTED, CueMatch
from newsclaims.grammar.mentions import Mention, MentionReader
from newsclaims.grammar.places import Place, place_of, quotation_tokens
from newsclaims.grammar.tokens import Tokens
from newsclaims.grammar.walking import back_over
from newsclaims.grammar.word_classes import INNER_MARK, NAME
from newsclaims.language import Language
from newsclaims.model import Cue, Dateline, Modality, Quotation, RegionKind, Sentence
from newsclaims.readable import readable
from newsclaims.spans import Bounds, Span

NAMES = re.compile(f"{NAME}+")


class Layers:
    """The immutable text with its sentences, quotations, cues and mentions: all that stage 1 found, and nothing that changes.

    Positions inside are token indices (``tokens``, ``shape``); what leaves a rule are spans, made with
    :meth:`span`. ``sentence_numbers[k]`` is the index in ``Document.sentences`` of what is read as sentence ``k`` here, which can be a
    part of a very long one. ``quoted[i]`` says whether token ``i`` stands inside a quotation of speech. What the rules before
    have found stands in :class:`newsclaims.rules.findings.Findings`, which is what a rule is given.
    """

    __slots__ = (
        "cue_heads",
        "_frozen",
        "_index",
        "_lemmas",
        "_places",
        "clauses",
        "cues",
        "dateline",
        "impersonal_pronouns",
        "label_sentences",
        "no_sources",
        "person_pronouns",
        "language",
        "mentions",
        "paragraphs",
        "quotation_of",
        "quotation_tokens",
        "quotations",
        "quoted",
        "regions",
        "sentence_bounds",
        "sentence_numbers",
        "sentence_starts",
        "shape",
        "text",
        "tokens",
        "warnings",
    )

    def __init__(
        self,
        text: str,
        language: Language,
        paragraphs: Sequence[tuple[int, int]],
        sentence_bounds: Sequence[Bounds],
        quotations: tuple[Quotation, ...],
        dateline: Dateline | None,
        tokens: Tokens,
        shape: str,
        cues: Sequence[CueMatch],
        lemmas: Mapping[str, str],
        sentence_numbers: Sequence[int] | None = None,
        warnings: tuple[str, ...] = (),
        regions: tuple[RegionKind, ...] = (),
    ) -> None:
        object.__setattr__(self, "_frozen", False)
        self.text = text
        self.warnings = warnings
        self.regions = regions
        self.language = language
        self.paragraphs = paragraphs
        self.sentence_bounds = sentence_bounds
        self.sentence_starts = tuple([start for start, _, _ in sentence_bounds])
        self.sentence_numbers = range(len(sentence_bounds)) if sentence_numbers is None else sentence_numbers
        self.quotations = quotations
        self.dateline = dateline
        self.tokens = tokens
        self.shape = shape
        self.cues = tuple(cues)
        self.no_sources = language.words("no_sources")
        self.impersonal_pronouns = language.words("impersonal_pronouns")
        self.person_pronouns = language.words("person_pronouns")
        self.label_sentences = frozenset([cue.sentence for cue in cues if "label" in cue.frames])
        self._lemmas = lemmas
        self._index = {quotation.span.start: index for index, quotation in enumerate(quotations)}  # no two begin with the same mark
        self.mentions = MentionReader(tokens, shape, language)
        self.quotation_tokens = tuple(quotation_tokens(tokens, quotations))
        self._places: dict[int, Place] = {}  # by the start of the quotation, as far as anybody has asked
        self.cue_heads = tuple([cue.head for cue in cues])
        self.quotation_of = self._quotation_of()
        self.quoted = self._quoted()
        self.clauses = ClauseReader(tokens, shape, self.mentions, self.quoted, cues, language)
        self._frozen = True

    def __setattr__(self, name: str, value: object) -> None:
        if self._frozen:
            raise AttributeError(f"layers do not change: {name!r} cannot be set")
        object.__setattr__(self, name, value)

    def _quotation_of(self) -> array[int]:
        """For each token the index of the outermost quotation around it, or -1."""
        around = array("i", [-1]) * (len(self.tokens) + 1)
        for index, stretches in enumerate(self.quotation_tokens):
            if self.quotations[index].depth == 0:
                for first, last in stretches:
                    around[first : last + 1] = array("i", [index]) * (last + 1 - first)
        return around

    def _quoted(self) -> bytes:
        """For each token 1 where the outermost quotation around it is speech."""
        quoted = bytearray(len(self.quotation_of))
        for quotation, stretches in zip(self.quotations, self.quotation_tokens, strict=True):
            if quotation.depth == 0 and quotation.reason is None:
                for first, last in stretches:
                    quoted[first : last + 1] = b"\x01" * (last + 1 - first)
        return bytes(quoted)

    def kept(self) -> Callable[[], Layers]:
        """A way to have these layers again, which takes a fifth of their memory meanwhile."""
        text, columns, numbers, warnings = self.text, self.tokens.columns(), self.sentence_numbers, self.warnings
        shape, cues, lemmas = self.shape, self.cues, self._lemmas
        made = functools.partial(Layers, text, self.language, self.paragraphs, self.sentence_bounds, self.quotations, self.dateline)
        regions = self.regions
        return lambda: made(Tokens.of_columns(readable(text), columns), shape, cues, lemmas, numbers, warnings, regions)

    # ------------------------------------------------------------------ where something stands

    def sentence(self, index: int) -> tuple[int, int]:
        """The tokens of sentence ``index``: first, and one past the last."""
        starts = self.tokens.sentence_starts
        return starts[index], starts[index + 1]

    def region(self, sentence: int) -> RegionKind:
        """What the paragraph of sentence ``sentence`` is on the page."""
        paragraph = self.sentence_bounds[sentence][2]
        return self.regions[paragraph] if paragraph < len(self.regions) else RegionKind.TEXT

    def sentence_of(self, span: Span) -> Sentence:
        """The sentence in which a span begins."""
        index = max(0, bisect.bisect_right(self.sentence_starts, span.start) - 1)
        start, end, paragraph = self.sentence_bounds[index]
        return Sentence(Span.of(self.text, start, end), paragraph)

    def paragraph_of(self, sentence: int) -> int:
        """The index of the paragraph that holds sentence ``sentence``."""
        return self.sentence_bounds[sentence][2]

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph that holds a character offset or is the last before it; -1 where there is none."""
        return bisect.bisect_right(self.paragraphs, (offset, len(self.text))) - 1

    def cues_between(self, first: int, stop: int) -> Sequence[CueMatch]:
        """The cues whose head is one of the tokens ``first`` to ``stop`` (exclusive)."""
        heads = self.cue_heads
        return self.cues[bisect.bisect_left(heads, first) : bisect.bisect_left(heads, stop)]

    def first_cue(self, first: int, stop: int) -> CueMatch | None:
        """The first cue whose head is one of the tokens ``first`` to ``stop`` (exclusive)."""
        index = bisect.bisect_left(self.cue_heads, first)
        return self.cues[index] if index < len(self.cues) and self.cue_heads[index] < stop else None

    def before(self, span: Span, characters: int = 200) -> str:
        """The text before a span, back to its paragraph's start at most."""
        index = self.paragraph_at(span.start)
        start = self.paragraphs[index][0] if index >= 0 else 0
        return self.text[max(start, span.start - characters) : span.start]

    def after(self, span: Span, characters: int = 200) -> str:
        """The text after a span, up to its paragraph's end at most."""
        index = bisect.bisect_left(self.paragraphs, span.end, key=lambda paragraph: paragraph[1])
        end = self.paragraphs[index][1] if index < len(self.paragraphs) else len(self.text)
        return self.text[span.end : min(end, span.end + characters)]

    def at(self, offset: int) -> int:
        """The index of the first token at or after a character offset."""
        return bisect.bisect_left(self.tokens.starts, offset)

    def lemma(self, token: int) -> str | None:
        """The base form of a verb token, where it is a form of a known verb."""
        return self._lemmas.get(self.tokens.lower[token])

    def words(self) -> Iterator[tuple[Span, str]]:
        """Every word and mark of the text in order, each with its class: "name", "noun", "verb", "mark"."""
        for token, code in enumerate(self.shape[: len(self.tokens)]):
            yield self.span(token, token), CLASS_NAMES.get(code, MARK)

    def names(self) -> Iterator[Span]:
        """Every name of the text in order, as far as it goes: "Orla Vane", "Orrel". Who or what is named is not told."""
        yield from (self.span(run.start(), run.end() - 1) for run in NAMES.finditer(self.shape[: len(self.tokens)]))

    def sources(self) -> Iterator[Span]:
        """Every phrase outside quotations that may name a source, in order: "the mayor of Orrel", "she", "Vane, 43,"."""
        at = 0
        while at < len(self.tokens):
            found = None if self.quoted[at] else self.mentions.after(at, self.clauses.bounds(at)[1])
            if found is not None and found.first == at:
                yield self.mention_span(found)
                at = found.last
            at += 1

    # ------------------------------------------------------------------ what leaves a rule

    def span(self, first: int, last: int) -> Span:
        """The span of the tokens ``first`` to ``last`` (inclusive)."""
        return Span.of(self.text, self.tokens.starts[first], self.tokens.ends[last])

    def inside(self, spans: Iterable[Span]) -> bytes:
        """For each token 1 where it stands in one of the spans."""
        marked = bytearray(len(self.tokens) + 1)
        for span in spans:
            first, stop = self.at(span.start), self.at(span.end)
            marked[first:stop] = b"\x01" * (stop - first)
        return bytes(marked)

    def content(self, first: int, last: int) -> tuple[Span, ...]:
        """The spans of the words said from token ``first`` to ``last``; a quotation that begins in them is taken whole."""
        index = self.quotation_of[last]
        if index < 0 or self.quotation_tokens[index][0][0] < first:
            return (self.span(first, last),)
        head, *rest = self.quotation_tokens[index]
        return (self.span(first, head[1]), *(self.span(*stretch) for stretch in rest))

    def index_of(self, quotation: Quotation) -> int:
        """The index of a quotation of this text."""
        return self._index[quotation.span.start]

    def tokens_of(self, quotation: Quotation) -> list[tuple[int, int]]:
        """The first and the last token of each stretch of a quotation of this text, marks included."""
        return self.quotation_tokens[self.index_of(quotation)]

    def place(self, quotation: Quotation) -> Place:
        """Where a quotation of this text and its sentences stand, in tokens."""
        start = quotation.span.start
        try:  # each rule asks for it
            return self._places[start]
        except KeyError:
            return self._places.setdefault(start, place_of(self.tokens_of(quotation), self.tokens))

    def quotation_start(self, token: int) -> int:
        """The first token of the quotation around a token, or the token itself where there is none."""
        index = self.quotation_of[token]
        return self.quotation_tokens[index][0][0] if index >= 0 and len(self.quotation_tokens[index]) == 1 else token

    def mention_span(self, mention: Mention) -> Span:
        """The span of a mention, without a comma at its end."""
        return self.span(mention.first, back_over(self.shape, mention.last + 1, mention.first + 1, INNER_MARK) - 1)

    def cue_of(self, match: CueMatch, *, last: int | None = None) -> Cue:
        """The public cue of a match."""
        modality = match.modality
        if modality is ASSERTED and self._is_question(match):
            modality = Modality.QUESTION
        return Cue(self.span(match.first, match.last if last is None else last), match.lemma, match.category, match.negated, modality)

    def _is_question(self, match: CueMatch) -> bool:
        _, end, _ = self.sentence_bounds[match.sentence]
        return self.text[end - 1] == "?" and not self.quoted[self.sentence(match.sentence)[1] - 1]
