"""What newsclaims returns: typed, frozen values with exact offsets into the caller's text."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

import attrs

from newsclaims.shown import Shown, Word, said_line
from newsclaims.spans import Span
from newsclaims.speech import What as Which
from newsclaims.speech import is_speech

if TYPE_CHECKING:
    import pandas

SCHEMA_VERSION = 2

What = Literal["quotes", "speakers", "claims"]
"""The tables of a document."""


class _ByValues(Shown):
    """Pickled by the values of its fields alone: quicker than with their names, which is what attrs does."""

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), _values(type(self))(self)  # type: ignore[arg-type]  # mypy takes attrs classes for unhashable


@functools.cache
def _values(kind: type[Any]) -> Callable[[Any], tuple[Any, ...]]:
    return operator.attrgetter(*(field.name for field in attrs.fields(kind)))


class QuoteKind(Word):
    """How the words are given: all in quotation marks, partly, or not at all."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Modality(Word):
    """How the act of saying is put: as a fact, as yet to come, as depending on something, asked, or denied."""

    ASSERTED = "asserted"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    QUESTION = "question"
    DENIED = "denied"


class SpeakerKind(Word):
    """What sort of thing speaks."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    DOCUMENT = "document"
    UNKNOWN = "unknown"


@attrs.frozen(repr=False)
class Sentence(_ByValues):
    """One sentence; ``paragraph`` counts the paragraphs of the text from 0."""

    _shows = ("span", "paragraph")

    span: Span
    paragraph: int

    def __str__(self) -> str:
        return self.span.text

    @property
    def text(self) -> str:
        """The sentence's own words."""
        return self.span.text

    @property
    def start(self) -> int:
        """Where the sentence begins (character offset)."""
        return self.span.start

    @property
    def end(self) -> int:
        """Where the sentence ends (character offset, exclusive)."""
        return self.span.end


class RegionKind(Word):
    """What a paragraph is on the page: the running text of the report, or what stands around it."""

    TEXT = "text"
    HEADLINE = "headline"
    CAPTION = "caption"
    CREDIT = "credit"
    LABEL = "label"
    LIST_ITEM = "list item"
    BYLINE = "byline"
    PROMOTION = "promotion"
    SHARE_LINE = "share line"


@attrs.frozen(repr=False)
class Region(_ByValues):
    """A paragraph and what it is.

    Running text, a headline or subhead, a caption, a credit, a label ("From: Grandpa"), an item of a list, a byline, a promotion of
    something else, a line of buttons.
    """

    _shows = ("span", "kind")

    span: Span
    kind: RegionKind


@attrs.frozen(repr=False)
class Dateline(_ByValues):
    """Where, and where given when, a report was filed: ``KYIV, Ukraine (AP) —``.

    ``place`` is the span of the place, ``date`` that of the date or ``None``, ``span`` the whole
    dateline with its agency and dash.
    """

    _shows = ("span", "place", "date")

    span: Span
    place: Span | None
    date: Span | None = None


@attrs.frozen(repr=False)
class Quotation(_ByValues):
    """A stretch in quotation marks (or a block quote), be it speech or not.

    ``stretches`` are the pieces with their marks: one, or one a paragraph for a quotation that is
    reopened at each paragraph and closed at the last. ``contents`` are the same without the marks.
    ``parent`` is the index (in ``Document.quotations``) of the quotation around this one, ``depth`` how many
    are around it. ``closed`` is false where the text never closes it. ``reason`` says why it is no
    quote ("title", "nickname", "scare quotes", "table", ...), and is ``None`` for speech.
    """

    _shows = ("span", "reason")

    span: Span
    stretches: tuple[Span, ...]
    contents: tuple[Span, ...]
    parent: int | None = None
    depth: int = 0
    closed: bool = True
    reason: str | None = None


@attrs.frozen(repr=False)
class Cue(_ByValues):
    """The words that say that something was said: "has repeatedly said", "according to".

    ``lemma`` is the head's base form ("say"), ``category`` its group ("say", "ask", "deny", ...),
    ``negated`` whether the saying itself is denied ("did not say"), ``modality`` how it is put.
    """

    _shows = ("span", "lemma", "category", "negated", "modality")

    span: Span
    lemma: str
    category: str
    negated: bool = False
    modality: Modality = Modality.ASSERTED

    def __str__(self) -> str:
        return self.span.text


@attrs.frozen(repr=False)
class Alias(Shown):
    """The name that somebody goes by, with an identifier of yours: ``aliases={"the Iron Mayor": Alias("Orla Vane", id="Q42")}``.

    >>> Alias("Orla Vane", id="Q42").name
    'Orla Vane'
    """

    _shows = ("name", "id")

    name: str
    id: str | None = None


@attrs.frozen(repr=False)
class Speaker(_ByValues):
    """Who a source is in this document.

    ``name`` is the fullest name the document gives, without title; where it gives none, the mention's
    own words. ``gender`` is evidence from this text or ``None``, never a guess from a given name.
    ``named`` tells a name from a description, ``resolved`` whether the rules could decide. ``mentions`` are in text
    order; ``quotes`` are the indices of the quotes in ``Document.quotes``, ``words`` how many words they have. What several said
    together is counted for the group they make, whose ``members`` they are. ``on_behalf_of`` is the body that a spokesman speaks for;
    ``external_id`` is yours, from an :class:`Alias`.
    """

    _shows = ("name", "kind", "role", "affiliation", "named", "mentions")

    name: str
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    mentions: tuple[Span, ...] = ()
    named: bool = False
    resolved: bool = False
    members: tuple[Speaker, ...] = ()
    quotes: tuple[int, ...] = ()
    words: int = 0
    on_behalf_of: str | None = None
    external_id: str | None = None

    def __str__(self) -> str:
        return self.name

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.pieces import speaker_piece

        return speaker_piece(self)

    @property
    def position(self) -> int | None:
        """Where the speaker is first mentioned (character offset)."""
        return self.mentions[0].start if self.mentions else None


_CONFIDENCE = operator.attrgetter("confidence")


class _ConfidenceToCome:
    """Room for the way to work out a quote's confidence, until somebody asks for it."""

    __slots__ = ("_read_confidence",)

    _read_confidence: Callable[[Quote], float]


@attrs.frozen(repr=False)
class Quote(_ConfidenceToCome, _ByValues):
    """Something said, and by whom.

    ``contents`` are the spans of what was said, in text order, quotation marks included: two for
    ``“a,” he said, “b”``. ``source`` is the span that names the source in the text ("he"), ``speaker``
    who that is in this document. ``confidence`` (0 to 1) is how often quotes like this one were right in annotated news: of this rule and
    kind, with these signs in the sentence; it is worked out when first asked for. ``None`` is that of a rule nobody has measured.
    A quotation without a source has ``source``, ``speaker`` and
    ``cue`` ``None`` and a ``reason``. ``within`` is the index in ``Document.quotes`` of the quote whose words it stands in
    ("police said that *he told them that ...*"), ``None`` at the top.
    The three parts follow Pareti (2012), "A Database of Attribution Relations".
    """

    _shows = ("kind", "source", "speaker", "text", "rule", "reason")

    kind: QuoteKind
    contents: tuple[Span, ...]
    span: Span
    text: str
    source: Span | None = None
    speaker: Speaker | None = None
    cue: Cue | None = None
    addressee: Span | None = None
    rule: str | None = None
    confidence: float | None = 0.0
    reason: str | None = None
    within: int | None = None

    def __str__(self) -> str:
        return said_line(self)

    def _leave_confidence_to(self, read: Callable[[Quote], float]) -> None:
        """For a quote that is being made: ``read`` will tell its confidence, and is let go then."""
        object.__delattr__(self, "confidence")
        object.__setattr__(self, "_read_confidence", read)

    if not TYPE_CHECKING:  # a type checker takes __getattr__ to mean that any attribute exists

        def __getattr__(self, name: str) -> Any:
            # Python comes here only where an attribute is missing, so for confidence only once.
            if name != "confidence":
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            confidence = self._read_confidence(self)
            object.__setattr__(self, "confidence", confidence)
            object.__setattr__(self, "_read_confidence", _CONFIDENCE)  # for another thread that came here meanwhile
            return confidence

    @property
    def clean_text(self) -> str:
        """The words as a reader would write them down, that is, halves joined, the comma before the speech tag gone."""
        from newsclaims.formats.clean_text import clean_text

        return clean_text(self)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.pieces import quote_piece

        return quote_piece(self)


class QuantityKind(Word):
    """What sort of thing a number measures."""

    NUMBER = "number"
    PERCENT = "percent"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    MONEY = "money"
    MEASURE = "measure"
    COUNT = "count"
    AGE = "age"
    ORDINAL = "ordinal"


@attrs.frozen(repr=False)
class Quantity(_ByValues):
    """A quantity that a text names.

    ``span`` is the number with its unit ("$3.4 million", "130,000 troops"), without the words that make it rough. ``value`` is the
    number itself, in units of ``unit``: 12.5 for "12.5%", 3400000.0 for "$3.4 million", 0.5 for "half"; ``None`` where the words give
    none ("hundreds of people") or two that are no range (a score, "3-1"). ``high`` is the upper end of a range, else ``None``.
    ``unit`` is an ISO 4217 code for money, one fixed name for a measure ("km", "year", "%"), and the noun as written, in lower case, for
    a count. ``approximate`` tells that the text makes it rough or bounds it ("about", "more than"), ``bound`` which: "at least", "at
    most" or ``None``.
    """

    _shows = ("span", "kind", "value", "high", "unit")

    span: Span
    kind: QuantityKind
    value: float | None
    high: float | None = None
    unit: str | None = None
    approximate: bool = False
    bound: str | None = None


@attrs.frozen(repr=False)
class Date(_ByValues):
    """A date that a text names.

    ``span`` are its words. ``iso`` is the date in ISO 8601, as exact as the words are: a day, a month (``2022-02``), a
    year, or an interval (``2022-03-01/2022-03-07``); ``None`` where it hangs on a date that is not known. ``relative``
    tells that the words alone ("Tuesday", "March 3") do not say it without the date of the report.
    """

    _shows = ("span", "iso")

    span: Span
    iso: str | None
    relative: bool


class Stance(Word):
    """What the claimer holds of the proposition: that it is so, that it is not, or that it is open."""

    AFFIRM = "affirm"
    DENY = "deny"
    QUESTION = "question"


class ClaimModality(Word):
    """How a proposition is put: as a fact, as possible, as depending on something, or as yet to come."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    FUTURE = "future"


class ClaimKind(Word):
    """What sort of thing a claim says, as fact-checkers sort claims; see :mod:`newsclaims.claims.kinds`."""

    QUANTITY = "quantity"
    COMPARISON = "comparison"
    CAUSE = "cause"
    LAW = "law"
    VOTE = "vote"
    RECORD = "record"
    PERSONAL = "personal"
    PREDICTION = "prediction"
    EVENT = "event"
    STATE = "state"


@attrs.frozen(repr=False)
class Reason(_ByValues):
    """A feature that counted for a claim's check-worthiness, and what it added to the score (log-odds; below 0 it took away)."""

    _shows = ("feature", "weight")

    feature: str
    weight: float


class _DetailsToCome:
    """Room for the way to read what else is known of the claims of a text, until somebody asks for some of it."""

    __slots__ = ("_read_details",)

    _read_details: Callable[[], None]


def _all_read() -> None:
    """Another thread has read the details meanwhile."""


@attrs.frozen(repr=False)
class Claim(_DetailsToCome, _ByValues):
    """A proposition put forward as the case, by somebody the article quotes or reports, or by the article itself.

    ``span`` holds the words without the attribution, ``sentence`` is the index of the sentence they stand in, ``quote`` the index (in
    ``Document.quotes``) of the quote they are part of. ``claimer`` is who asserts it: the quote's speaker, ``None`` for the article's
    own voice and where nobody knows who spoke. ``reported_by`` are those who pass it on, the one nearest to the claimer first.
    ``stance`` is the claimer's; the span of what is denied is the proposition denied. ``negated`` tells a negation inside it.
    ``denied_by`` are those of whom the text says that they deny it, ``None`` among them for the article itself ("falsely claimed").
    ``hedges`` are the words that make it less sure. ``object`` is the span of what it is about, which can stand outside the claim,
    ``object_name`` its full name where it is somebody known. ``kind`` is what sort of thing it says, ``topic`` a subject of the scheme in
    :mod:`newsclaims.claims.topics` with the words that decided. ``probability`` (0 to 1) is that of its being a claim, as people mark
    them. ``check_worthiness`` (0 to 1) says how much it is worth checking, 0.5 is the working threshold; ``reasons`` are what counted,
    in the words of those who check facts. ``context`` are the indices of the sentences needed to read it, ``decontextualized`` the words
    with pronouns and short names replaced by full names, or ``None`` where some of them, listed in ``unresolved``, stay open. ``same_as``
    is the index (in ``Document.claims``) of the first claim that says the same.

    What no claim is found by is read for all claims of a document when it is first asked for (or a claim is compared, written or pickled).
    """

    _shows = ("span", "claimer", "stance", "check_worthiness")

    span: Span
    sentence: int
    claimer: Speaker | None = None
    quote: int | None = None
    stance: Stance = Stance.AFFIRM
    modality: ClaimModality = ClaimModality.ASSERTED
    negated: bool = False
    hedges: tuple[Span, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    dates: tuple[Date, ...] = ()
    object: Span | None = None
    topic: str | None = None
    topic_words: tuple[Span, ...] = ()
    check_worthiness: float = 0.0
    reasons: tuple[Reason, ...] = ()
    reported_by: tuple[Speaker, ...] = ()
    context: tuple[int, ...] = ()
    decontextualized: str | None = None
    unresolved: tuple[Span, ...] = ()
    same_as: int | None = None
    probability: float = 0.0
    denied_by: tuple[Speaker | None, ...] = ()
    kind: ClaimKind = ClaimKind.STATE
    object_name: str | None = None

    @classmethod
    def _with_details_to_come(cls, read: Callable[[], None], known: Mapping[str, Any]) -> Claim:
        """A claim of which these fields are known; ``read`` gives it and its like the others when one of them is first asked for."""
        claim = cls.__new__(cls)
        for name, value in known.items():
            object.__setattr__(claim, name, value)
        object.__setattr__(claim, "_read_details", read)
        return claim

    def _take(self, fields: Mapping[str, Any]) -> None:
        """For a claim that is being made: the values of fields; nothing is left to be read."""
        for name, value in fields.items():
            object.__setattr__(self, name, value)
        object.__setattr__(self, "_read_details", _all_read)

    if not TYPE_CHECKING:  # a type checker takes __getattr__ to mean that any attribute exists

        def __getattr__(self, name: str) -> Any:
            # Python comes here only where an attribute is missing.
            if name not in _claim_fields():
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            self._read_details()
            return object.__getattribute__(self, name)

    def __str__(self) -> str:
        return self.span.text

    @property
    def text(self) -> str:
        """The words of the claim."""
        return self.span.text

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from newsclaims.formats.html.pieces import claim_piece

        return claim_piece(self)


@functools.cache
def _claim_fields() -> frozenset[str]:
    return frozenset(field.name for field in attrs.fields(Claim))


_CLAIMS = operator.attrgetter("claims")


class _ClaimsToCome:
    """Room for the way to read a document's claims, until somebody asks for them."""

    __slots__ = ("_read_claims",)

    _read_claims: Callable[[Document], tuple[Claim, ...]]


@attrs.frozen(repr=False)
class Document(_ClaimsToCome, Shown):
    """One text and everything found in it.

    ``claims`` are read when they are first asked for, since many who want quotes never do; comparing, writing and copying
    with changes ask for them; printing, hashing and pickling do not. ``str(document)`` has a line for each quote: who, how, what.
    """

    _shows = ("id", "text", "quotes", "speakers")

    text: str
    id: str | None = None
    metadata: Mapping[str, Any] | None = attrs.field(default=None, hash=False)
    dateline: Dateline | None = None
    sentences: tuple[Sentence, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    warnings: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    claims: tuple[Claim, ...] = attrs.field(default=(), hash=False)
    regions: tuple[Region, ...] = ()

    def __str__(self) -> str:
        return "\n".join(map(str, self.quotes)) or "no quotes"

    def __rich_console__(self, console: Any, options: Any) -> Iterator[Any]:
        yield console.render_str(str(self), markup=False, highlight=False, emoji=False)

    @classmethod
    def _with_claims_to_come(cls, read: Callable[[Document], tuple[Claim, ...]], fields: Mapping[str, Any]) -> Document:
        """A document of these fields whose claims ``read`` will find when they are first asked for.

        ``read`` is let go then, with all that it holds.
        """
        document = cls(**fields)
        document._leave_claims_to(read)
        return document

    def _leave_claims_to(self, read: Callable[[Document], tuple[Claim, ...]]) -> None:
        """For a document that is being made: ``read`` will find its claims."""
        object.__delattr__(self, "claims")
        object.__setattr__(self, "_read_claims", read)

    def _claims_if_read(self) -> tuple[Claim, ...] | None:
        """The claims, if anybody has asked for them."""
        try:
            claims: tuple[Claim, ...] = object.__getattribute__(self, "claims")
        except AttributeError:
            return None
        return claims

    if not TYPE_CHECKING:  # a type checker takes __getattr__ to mean that any attribute exists

        def __getattr__(self, name: str) -> Any:
            # Python comes here only where an attribute is missing, so for claims only once.
            if name != "claims":
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            claims = self._read_claims(self)
            object.__setattr__(self, "claims", claims)
            object.__setattr__(self, "_read_claims", _CLAIMS)  # for another thread that came here meanwhile
            return claims

    def __reduce__(self) -> tuple[Any, ...]:
        fields = {field.name: getattr(self, field.name) for field in attrs.fields(Document) if field.name != "claims"}
        claims = self._claims_if_read()
        if claims is None:
            return Document._with_claims_to_come, (self._read_claims, fields)
        return _document_of, ({**fields, "claims": claims},)

    def quotes_of(self, what: Which) -> tuple[Quote, ...]:
        """The quotes of ``"speech"``: what was said or written, without beliefs, plans and acts ("hopes", "plans to", "approved the sale").

        The category of the cue and the rule decide; words in quotation marks are speech whatever the cue.

        >>> from newsclaims import extract
        >>> document = extract("Vane said the port would close. Holt hopes it will stay.")
        >>> [quote.source.text for quote in document.quotes_of("speech")]
        ['Vane']

        Raises:
            ValueError: there are no quotes of that name.
        """
        if what != "speech":
            raise ValueError(f"quotes_of takes 'speech', not {what!r}")
        return tuple(
            quote
            for quote in self.quotes
            if is_speech(None if quote.cue is None else quote.cue.category, quote.rule, quoted=quote.kind is not QuoteKind.INDIRECT)
        )

    def chain(self, quote: Quote) -> tuple[Quote, ...]:
        """A quote and those it stands in, each in the next: what Holt told her, in what Vane said.

        >>> from newsclaims import extract
        >>> document = extract("Vane said that Holt told her the port would close.")
        >>> [layer.source.text for layer in document.chain(document.quotes[-1])]
        ['Holt', 'Vane']
        """
        layers = [quote]
        while layers[-1].within is not None and len(layers) <= len(self.quotes):  # a document written by hand may go in a circle
            layers.append(self.quotes[layers[-1].within])
        return tuple(layers)

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings, numbers: lossless, with a ``schema_version``."""
        from newsclaims.formats.json import to_dict

        return to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Document:
        """The document that :meth:`to_dict` wrote.

        Raises:
            SchemaError: a field is missing, unknown or of the wrong type; ``path`` names it.
        """
        from newsclaims.formats.json import from_dict

        return from_dict(data)

    def to_records(self, what: What = "quotes") -> list[dict[str, Any]]:
        """One flat dict a quote (or ``"speakers"``, or ``"claims"``), in text order, for tables and data frames.

        The columns of ``"quotes"``, of which every record has all: ``document`` (the id; "0" where there is none), ``quote`` (index in
        ``quotes``), ``kind``, ``text``, ``clean_text``, ``start``, ``end``, ``source``, ``source_start``, ``source_end``,
        ``speaker`` (name), ``speaker_id`` (index in ``speakers``), ``speaker_kind``, ``speaker_named``, ``speaker_resolved``,
        ``speaker_gender``, ``speaker_role``, ``speaker_on_behalf_of``, ``cue``, ``cue_start``, ``cue_end``, ``cue_lemma``,
        ``cue_category``, ``negated``, ``modality``, ``addressee``, ``addressee_start``, ``addressee_end``, ``rule``, ``confidence``,
        ``reason``, ``within``. What a quote does not have is ``None``; offsets count characters of ``text``. Quotes and claims join to
        speakers by ``speaker_id``, claims to quotes by ``quote``. :data:`newsclaims.formats.records.COLUMNS` has the columns and types of
        all three.

        Raises:
            ValueError: there are no records of that name.
        """
        from newsclaims.formats.records import to_records

        return to_records(self, what)

    def to_dataframe(self, what: What = "quotes") -> pandas.DataFrame:
        """The same rows as a pandas data frame, with the same columns and dtypes for every document.

        Raises:
            MissingExtraError: pandas is not installed (``pip install 'newsclaims[pandas]'``).
            ValueError: there are no records of that name.
        """
        from newsclaims.formats.dataframe import to_dataframe

        return to_dataframe(self, what)

    def to_html(self, *, page: bool = False) -> str:
        """The text with its quotes, sources, cues and claims marked, and lists of speakers, quotes and claims.

        A piece of HTML without a script, to be put into a page; with ``page`` a whole page that loads nothing and has
        filters. All that comes from the document is escaped.

        >>> Document("1 < 2").to_html().count("1 &lt; 2")
        1
        """
        from newsclaims.formats import html

        return "".join(html.page([self])) if page else html.fragment(self)

    def to_brat(self) -> str:
        """The quotes in brat's stand-off format, to stand in a file ``.ann`` beside the text (``newsclaims.evaluation`` reads it)."""
        from newsclaims.formats.brat import to_brat

        return to_brat(self)

    def to_web_annotation(self, source: str | None = None) -> dict[str, Any]:
        """Quotes, sources, cues and claims as W3C Web Annotations (JSON-LD); ``source`` is the IRI of the text.

        Without it the IRI is the document's id, or where that is none one made from the text.
        """
        from newsclaims.formats.web_annotation import to_web_annotation

        return to_web_annotation(self, source)

    def to_claim_review(self, *, at_least: float = 0.5, url: str | None = None) -> dict[str, Any]:
        """The claims worth checking as schema.org's ``ClaimReview`` (JSON-LD), without the rating, which is the checker's.

        ``at_least`` is the least check-worthiness (0 to 1), ``url`` the address of the article (else the id, where that is one).
        """
        from newsclaims.formats.claim_review import to_claim_review

        return to_claim_review(self, at_least=at_least, url=url)

    def to_claim_review_json(self, *, at_least: float = 0.5, url: str | None = None) -> str:
        """The same as JSON that is safe inside a script element of a page: ``<``, ``>`` and ``&`` are escaped."""
        from newsclaims.formats.claim_review import to_claim_review_json

        return to_claim_review_json(self, at_least=at_least, url=url)

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        return self.to_html()

    def to_json(self, *, indent: int | None = None) -> str:
        """The same as :meth:`to_dict`, as JSON."""
        from newsclaims.formats.json import to_json

        return to_json(self, indent=indent)

    @classmethod
    def from_json(cls, data: str) -> Document:
        """The document that :meth:`to_json` wrote.

        Raises:
            SchemaError: not JSON, or a field is missing, unknown or of the wrong type.
        """
        from newsclaims.formats.json import from_json

        return from_json(data)


def _document_of(fields: Mapping[str, Any]) -> Document:
    return Document(**fields)
