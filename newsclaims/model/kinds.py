"""The closed sets of words that values of the model are of."""

from __future__ import annotations

from newsclaims.shown import Word


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
