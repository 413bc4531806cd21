"""From ``str`` to ``Document``: the only place that knows all stages."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

import attrs

from newsclaims.articles import Article, Given, given
from newsclaims.claims.base import ClaimRule
from newsclaims.claims.claim_finder import day_of_report, find_claims, find_proposals
from newsclaims.claims.proposals import Proposal
from newsclaims.claims.rules import CLAIM_RULES
from newsclaims.confidence.estimates import Estimates
from newsclaims.confidence.weights import Weights, shipped_weights
from newsclaims.find.layout import layout
from newsclaims.finders import finders
from newsclaims.language import Language, load_language
from newsclaims.layers import Layers
from newsclaims.model import Alias, Claim, Document, MadeBy
from newsclaims.model.to_come import ToCome
from newsclaims.provenance import made_by
from newsclaims.rulebook.ruleset import RuleSet
from newsclaims.rules import DEFAULT_RULES, Rule
from newsclaims.rules.apply import apply_rules
from newsclaims.rules.findings import Findings
from newsclaims.rules.quotes import judged_quotations, make_quotes
from newsclaims.settings import aliases_of, is_rule_set, is_weights, language_of, name_or_self, share_of
from newsclaims.spans import Bounds
from newsclaims.speakers import SPEAKER_RULES, ResolutionRule, resolve
from newsclaims.speakers.leaving_open import leave_open

if TYPE_CHECKING:
    from newsclaims.explanation import Explanation, Recorder

Thing = TypeVar("Thing")


@attrs.frozen(repr=False)
class Extractor(ToCome):
    """Reads texts: a language and an ordered rule set, and nothing that changes.

    ``language`` is a :class:`Language` or the name of one. ``aliases`` maps what texts may call somebody to the name to
    go by; ``speaker_rules`` are the rules that tell who a source is, ``claim_rules`` those that find claims. A quote whose confidence
    is below ``min_confidence`` (0 to 1) keeps its words, and loses source, speaker and cue with a ``reason``; one that nobody has
    measured stays. ``weights`` are what confidence is worked out by, for those who have fitted their own (:mod:`newsclaims.confidence`).
    Extractors can be pickled and shared between threads.

    >>> document = Extractor().extract("“It rained,” said Orla Vane.")
    >>> document.quotes[0].source.text, document.quotes[0].text
    ('Orla Vane', 'It rained,')

    Raises:
        LanguageError: no such language, or one that lacks lists.
        TypeError: ``rules`` or ``speaker_rules`` is no rule set, ``language`` neither a language nor a name, or
            ``aliases`` no mapping of str to str or :class:`Alias`, or ``weights`` no :class:`newsclaims.confidence.Weights`.
        ValueError: ``min_confidence`` is not 0 to 1.
    """

    _shows = ("language", "rules", "aliases")
    _to_come = ("made_by",)

    language: Language = attrs.field(factory=functools.partial(load_language, "en"), converter=language_of)
    rules: RuleSet[Rule] = attrs.field(default=DEFAULT_RULES, validator=is_rule_set)
    aliases: Mapping[str, str | Alias] = attrs.field(factory=dict, converter=aliases_of, hash=False)
    speaker_rules: RuleSet[ResolutionRule] = attrs.field(default=SPEAKER_RULES, validator=is_rule_set)
    claim_rules: RuleSet[ClaimRule] = attrs.field(default=CLAIM_RULES, validator=is_rule_set)
    min_confidence: float = attrs.field(default=0.0, converter=share_of)
    weights: Weights = attrs.field(factory=shipped_weights, validator=is_weights, hash=False)
    made_by: MadeBy = attrs.field(init=False, eq=False)
    """What each of its documents says of how it was made."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_teller", made_by)

    def _told(self, teller: Callable[..., Any]) -> Mapping[str, Any]:
        return {"made_by": teller(self)}

    @classmethod
    def from_config(cls, path: str | os.PathLike[str]) -> Extractor:
        """The extractor that a TOML file describes: ``language``, ``min_confidence``, ``weights``, ``words``, ``aliases``, ``rules``.

        Rules are templates, those of installed packages, or of a Python file, which is looked for beside the configuration and
        run. :mod:`newsclaims.config` shows such a file.

        Raises:
            ConfigError: the file cannot be read, or a key or value in it is wrong; ``key`` names it.
        """
        from newsclaims.config import read_config

        return read_config(path)

    def extract(self, text: str | Article, *, id: str | None = None, metadata: Mapping[str, Any] | None = None) -> Document:
        """Everything found in a text, or in an article with what is known of it. ``id`` and ``metadata`` are yours; they are handed on.

        ``metadata["date"]``, a date or one as ISO 8601 text, is taken for the day of the report, from which "last week" counts;
        dates are kept as ISO 8601 text. What may be meant otherwise (a text that is the name of a file, a date that cannot be
        read) is among the document's ``warnings``.

        Raises:
            TypeError: ``text`` is no ``str``, ``id`` none either, or ``metadata`` no mapping of what JSON can hold. Any ``str`` will do.
            RuleError: a rule of your own failed; no shipped rule does.
        """
        return self._read(given(text, id, metadata))

    def _read(self, article: Given) -> Document:
        layers, sentences = self._layers(article.text, article.furniture)
        return self._document(layers, sentences, apply_rules(layers, self.rules), article)

    def explain(self, text: str | Article) -> Explanation:
        """What every rule said of every quotation, cue, source and possible claim, in the same run that makes the document.

        Raises:
            TypeError, RuleError: as in :meth:`extract`.
        """
        from newsclaims.explanation import Recorder

        article = given(text)
        layers, sentences = self._layers(article.text, article.furniture)
        recorder = Recorder()
        findings = apply_rules(layers, self.rules, recorder.note)
        return recorder.explanation(findings, self._document(layers, sentences, findings, article, record=recorder))

    @overload
    def pipe(
        self,
        texts: Iterable[str | Article],
        *,
        ids: Iterable[str | None] | None = None,
        metadata: Iterable[Mapping[str, Any] | None] | None = None,
        as_tuples: Literal[False] = False,
        workers: int = 1,
        batch_size: int = 64,
        on_error: Literal["raise", "record"] = "raise",
        progress: bool = False,
    ) -> Iterator[Document]: ...

    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str | Article, Thing]],
        *,
        ids: Iterable[str | None] | None = None,
        metadata: Iterable[Mapping[str, Any] | None] | None = None,
        as_tuples: Literal[True],
        workers: int = 1,
        batch_size: int = 64,
        on_error: Literal["raise", "record"] = "raise",
        progress: bool = False,
    ) -> Iterator[tuple[Document, Thing]]: ...

    def pipe(
        self,
        texts: Iterable[Any],
        *,
        ids: Iterable[str | None] | None = None,
        metadata: Iterable[Mapping[str, Any] | None] | None = None,
        as_tuples: bool = False,
        workers: int = 1,
        batch_size: int = 64,
        on_error: Literal["raise", "record"] = "raise",
        progress: bool = False,
    ) -> Iterator[Any]:
        """The documents of many texts, in their order; texts are read as the documents are taken.

        ``ids`` and ``metadata`` hold one for each text, as :meth:`extract` takes them.
        With ``as_tuples`` each text comes with something of yours, ``(text, thing)``, and so does its document.
        ``workers`` is a number of processes; each gets ``batch_size`` texts at a time, and where one is killed, another
        gets them. With ``on_error="record"`` a text that cannot be read gives a document without quotes, whose
        ``warnings`` say why. ``progress`` shows a bar on standard error.

        >>> [(document.id, len(document.quotes)) for document in Extractor().pipe(["“No,” said Vane.", "It rained."], ids=["a", "b"])]
        [('a', 1), ('b', 0)]

        Raises:
            ValueError: ``workers`` or ``batch_size`` is under 1, ``on_error`` is neither of the two, or there are not as many ids
                or metadata as texts.
            TypeError, RuleError: as in :meth:`extract`, for ``on_error="raise"``; the message has the position of the text.
            TypeError: ``texts`` is a single ``str``.
        """
        from newsclaims.workers.batches import run

        return run(
            self,
            texts,
            ids=ids,
            metadata=metadata,
            as_tuples=as_tuples,
            workers=workers,
            batch_size=batch_size,
            on_error=on_error,
            progress=progress,
        )

    def claim_proposals(self, text: str) -> tuple[Proposal, ...]:
        """What the claim rules propose of a text with the features it is weighed by, claim or not: for fitting weights.

        Raises:
            TypeError, RuleError: as in :meth:`extract`.
        """
        layers, _ = self._layers(text)
        findings = apply_rules(layers, self.rules)
        quotes, _ = resolve(layers, make_quotes(findings), aliases=self.aliases, rules=self.speaker_rules)
        return tuple(find_proposals(layers, quotes, self.claim_rules))

    def layers(self, text: str) -> Layers:
        """What stage 1 finds in a text: tokens, word classes, cues and quotations, before any rule.

        Raises:
            TypeError: ``text`` is no ``str``.
        """
        return self._layers(text)[0]

    def _layers(self, text: str, regions: Iterable[tuple[int, str]] = ()) -> tuple[Layers, list[Bounds]]:
        if not isinstance(text, str):
            raise TypeError(f"text must be a str, not {type(text).__name__}")
        return finders(self.language).layers(text, known=regions)

    def _document(
        self,
        layers: Layers,
        sentences: list[Bounds],
        findings: Findings,
        article: Given,
        *,
        record: Recorder | None = None,
    ) -> Document:
        quotations, found = judged_quotations(findings), make_quotes(findings)
        del findings  # in a long text much room, for what is found of the speakers
        note = None if record is None else record.note_speaker
        quotes, speakers = resolve(layers, found, aliases=self.aliases, rules=self.speaker_rules, record=note)
        estimates = Estimates(layers, self.weights)
        estimates.leave_open(quotes)
        if record is not None:
            record.note_confidence(quotes, estimates)
        quotes, speakers = leave_open(quotes, speakers, self.min_confidence)
        fields: dict[str, Any] = {
            "text": layers.text,
            "id": article.id,
            "metadata": article.metadata,
            "dateline": layers.dateline,
            "quotations": quotations,
            "quotes": quotes,
            "speakers": speakers,
            "warnings": (*article.warnings, *layers.warnings),
            "made_by": self.made_by,
        }
        reading = TextRead(self, layers.kept(), functools.partial(layout, layers.text, sentences, layers.paragraphs, layers.regions))
        if record is None:
            return Document._with_layout_to_come(reading, fields)
        claims = find_claims(layers, quotes, speakers, self.claim_rules, day_of_report(layers, article.metadata), record)
        return Document(**fields | reading.layout(), claims=claims)

    def read_claims(self, document: Document) -> tuple[Claim, ...]:
        """The claims of a document of this extractor, whose text is read again as far as they need it.

        ``Document.claims`` calls this when it is first asked for in another process than the one that read the document.
        """
        regions = [(region.span.start, region.kind) for region in document.regions]
        return self._claims(self._layers(document.text, regions)[0], document)

    def _claims(self, layers: Layers, document: Document) -> tuple[Claim, ...]:
        return find_claims(layers, document.quotes, document.speakers, self.claim_rules, day_of_report(layers, document.metadata))

    def __reduce__(self) -> tuple[Any, ...]:
        # A shipped language goes by its name: small, and the finders built for it are used again.
        return Extractor, (
            name_or_self(self.language),
            self.rules,
            self.aliases,
            self.speaker_rules,
            self.claim_rules,
            self.min_confidence,
            self.weights,
        )


class TextRead:
    """Tells of one document what is asked for later: its sentences and regions, and its claims, from the layers kept of it."""

    __slots__ = ("_extractor", "_layers", "layout")

    def __init__(self, extractor: Extractor, layers: Callable[[], Layers], layout: Callable[[], dict[str, tuple[Any, ...]]]) -> None:
        self._extractor = extractor
        self._layers = layers
        self.layout = layout

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """The claims of the document."""
        return self._extractor._claims(self._layers(), document)

    def __reduce__(self) -> tuple[Any, ...]:
        # What is kept of the text is larger than the document: elsewhere the text is read again.
        return getattr, (self._extractor, "read_claims")
