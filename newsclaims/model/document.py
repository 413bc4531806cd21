"""The document: a text, everything found in it, and the ways in which it leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, Protocol

import attrs

from newsclaims.model.claim import Claim
from newsclaims.model.kinds import QuoteKind
from newsclaims.model.made_by import MadeBy
from newsclaims.model.quote import Quote
from newsclaims.model.speaker import Speaker
from newsclaims.model.text import Dateline, Quotation, Region, Sentence
from newsclaims.model.to_come import ToCome
from newsclaims.speech import What as Which
from newsclaims.speech import is_speech

if TYPE_CHECKING:
    import pandas


What = Literal["quotes", "speakers", "claims"]
"""The tables of a document."""


class Teller(Protocol):
    """Who has read a text, and tells of its document what nobody needs to find the quotes."""

    def layout(self) -> dict[str, tuple[Any, ...]]:
        """The document's ``sentences`` and ``regions``, as they are handed out."""

    def __call__(self, document: Document) -> tuple[Claim, ...]:
        """The claims of the document."""


LAYOUT = ("sentences", "regions")


@attrs.frozen(repr=False)
class Document(ToCome):
    """One text and everything found in it.

    ``claims`` are read when they are first asked for, since many who want quotes never do; comparing, writing and copying
    with changes ask for them; printing, hashing and pickling do not. ``sentences`` and ``regions`` are known from the start, and handed
    out as values when they are first asked for. ``str(document)`` has a line for each quote: who, how, what.
    ``made_by`` tells the release, the rules and the configuration it was read with.
    """

    _shows = ("id", "text", "quotes", "speakers")
    _to_come = ("claims",)

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
    made_by: MadeBy | None = None

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
        document._leave_to(read)
        return document

    @classmethod
    def _with_layout_to_come(cls, reading: Teller, fields: Mapping[str, Any]) -> Document:
        """A document of these fields whose sentences and regions too ``reading`` will tell when they are first asked for."""
        document = cls._with_claims_to_come(reading, fields)
        for name in LAYOUT:
            object.__delattr__(document, name)
        return document

    def _told(self, teller: Callable[..., Any]) -> Mapping[str, Any]:
        layout = {name: getattr(self, name) for name in LAYOUT}  # before who can tell it is let go
        return {"claims": teller(self), **layout}

    if not TYPE_CHECKING:  # a type checker takes __getattr__ to mean that any attribute exists

        def __getattr__(self, name: str) -> Any:
            reading = self._teller if name in LAYOUT else None
            if reading is None:
                return super().__getattr__(name)
            for field, value in reading.layout().items():
                object.__setattr__(self, field, value)
            return object.__getattribute__(self, name)

    def _claims_if_read(self) -> tuple[Claim, ...] | None:
        """The claims, if anybody has asked for them."""
        try:
            claims: tuple[Claim, ...] = object.__getattribute__(self, "claims")
        except AttributeError:
            return None
        return claims

    def __reduce__(self) -> tuple[Any, ...]:
        fields = {field.name: getattr(self, field.name) for field in attrs.fields(Document) if field.name != "claims"}
        teller = self._teller if self._claims_if_read() is None else None
        if teller is not None:  # nor has another thread asked for them just now
            return Document._with_claims_to_come, (teller, fields)
        return _document_of, ({**fields, "claims": self.claims},)

    def quotes_of(self, what: Which) -> tuple[Quote, ...]:
        """The quotes of ``"speech"``: what was said or written, without beliefs, plans and acts ("hopes", "plans to", "backed the sale").

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
        ``reason``, ``within``, ``made_by`` (release, language, and the fingerprint of a configuration that is not the shipped one).
        What a quote does not have is ``None``; offsets count characters of ``text``. Quotes and claims join to speakers by
        ``speaker_id``, claims to quotes by ``quote``. :data:`newsclaims.formats.records.COLUMNS` has the columns and types of all three.

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
        """The document that :meth:`to_json` wrote; all is checked at once, its claims are made when they are first asked for.

        Raises:
            SchemaError: not JSON, or a field is missing, unknown or of the wrong type.
        """
        from newsclaims.formats.json import from_json

        return from_json(data)


def _document_of(fields: Mapping[str, Any]) -> Document:
    return Document(**fields)
