"""A component for spaCy's pipelines: ``nlp.add_pipe("newsclaims")``, in any pipeline, also a blank one.

It sets

- ``doc._.newsclaims``, the :class:`newsclaims.Document`, and from it ``doc._.quotes``, ``doc._.speakers``, ``doc._.claims``;
- ``doc.spans["quotes"]``: a span of tokens for each stretch of a quote, labelled with its kind (``DIRECT``, ``MIXED``,
  ``INDIRECT``); ``span._.quote`` is the quote. ``doc.spans["sources"]`` and ``doc.spans["cues"]`` likewise.

Offsets of the document count the characters of ``doc.text``; where one lies inside a token, the span takes the whole token.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> pipe = nlp.add_pipe("newsclaims")
>>> doc = nlp("“It rained,” said Orla Vane.")
>>> doc._.quotes[0].speaker.name, [(span.text, span.label_) for span in doc.spans["quotes"]]
('Orla Vane', [('“It rained,”', 'DIRECT')])
"""

import functools
from collections.abc import Iterable, Sequence

import attrs

from newsclaims.errors import MissingExtraError
from newsclaims.extractor import Extractor
from newsclaims.model import Document, Quote
from newsclaims.spans import Span

try:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as TokenSpan
except ImportError as error:
    raise MissingExtraError("spacy", "spacy") from error

KEY = "newsclaims"  # in doc.user_data, as JSON: what is there has to survive doc.to_bytes(), by which processes pass docs on
REMEMBERED = 64  # documents that are not read again from their JSON


class Component:
    """Reads the text of each doc."""

    def __init__(self, extractor: Extractor) -> None:
        self.extractor = extractor
        register()

    def __call__(self, doc: Doc) -> Doc:
        """The same doc, with what was found in it."""
        register()  # another process gets the component ready made
        document = self.extractor.extract(doc.text)
        doc.user_data[KEY] = document.to_json()
        doc.spans["quotes"] = _spans(doc, ((index, quote.contents, quote) for index, quote in enumerate(document.quotes)))
        doc.spans["sources"] = _spans(doc, ((index, [quote.source], quote) for index, quote in enumerate(document.quotes) if quote.source))
        doc.spans["cues"] = _spans(doc, ((index, [quote.cue.span], quote) for index, quote in enumerate(document.quotes) if quote.cue))
        return doc


# Its annotations are no strings: spaCy 3.7 makes the settings' schema of them as they are.
def create(nlp: Language, name: str, rules: list[str] | None, without: list[str], config: str | None) -> Component:
    """The component; ``rules`` are the names of the rules to use (``None`` for all), ``without`` of those to leave out.

    ``config`` is the path of a configuration, as :meth:`newsclaims.Extractor.from_config` reads it; its language, words, aliases and rules
    are used, and of these rules the ones that are named.

    Raises:
        UnknownRuleError: no rule has such a name.
        ConfigError: the configuration is wrong.
    """
    extractor = Extractor() if config is None else Extractor.from_config(config)
    chosen = extractor.rules if rules is None else extractor.rules.only(*rules)
    return Component(attrs.evolve(extractor, rules=chosen.without(*without)))


ASSIGNED = ["doc._.newsclaims", "doc._.quotes", "doc._.speakers", "doc._.claims", "doc.spans"]
Language.factory("newsclaims", default_config={"rules": None, "without": [], "config": None}, assigns=ASSIGNED, func=create)


def register() -> None:
    """Makes the attributes known to spaCy, which keeps them for the whole process; those that are there already stay."""
    if not Doc.has_extension(KEY):
        Doc.set_extension(KEY, getter=_document)
    for name in ("quotes", "speakers", "claims"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=functools.partial(_part, name=name))
    if not TokenSpan.has_extension("quote"):
        TokenSpan.set_extension("quote", getter=_quote)


def _spans(doc: Doc, found: Iterable[tuple[int, Sequence[Span], Quote]]) -> list[TokenSpan]:
    spans = (
        doc.char_span(span.start, span.end, label=quote.kind.value.upper(), span_id=str(index), alignment_mode="expand")
        for index, stretches, quote in found
        for span in stretches
    )
    return [span for span in spans if span is not None]


def _document(doc: Doc) -> Document:
    held = doc.user_data.get(KEY)
    return Document(doc.text) if held is None else _read(held)


@functools.lru_cache(maxsize=REMEMBERED)
def _read(held: str) -> Document:
    return Document.from_json(held)


def _part(doc: Doc, name: str) -> object:
    return getattr(_document(doc), name)


def _quote(span: TokenSpan) -> Quote | None:
    """The quote a span of ``doc.spans`` is part of."""
    quotes = _document(span.doc).quotes
    return quotes[int(span.id_)] if span.id_.isdecimal() and int(span.id_) < len(quotes) else None
