"""What was said in news articles, and by whom: typed quotes with exact offsets, found by rules.

>>> import newsclaims as nc
>>> [(str(quote.source), quote.text) for quote in nc.extract("“It rained,” said Orla Vane.").quotes]
[('Orla Vane', 'It rained,')]
"""

from __future__ import annotations

import importlib

from newsclaims.version import __version__

TYPE_CHECKING = False  # for type checkers it is true; typing takes longer to import than all else here
if TYPE_CHECKING:
    from newsclaims import speakers, testing
    from newsclaims.articles import Article
    from newsclaims.auditing import Audit, audit
    from newsclaims.checking.masking import Masked, Restored, mask
    from newsclaims.checking.results import Change, Check, Checks, CheckStatus
    from newsclaims.checking.sources import Sources
    from newsclaims.checking.verifying import verify
    from newsclaims.claims import CLAIM_RULES, claim_rule
    from newsclaims.errors import (
        ConfigError,
        DuplicateRuleError,
        GoldError,
        LanguageError,
        MissingExtraError,
        NewsclaimsError,
        PageError,
        PatternError,
        ResumeError,
        RuleError,
        SchemaError,
        UnknownRuleError,
    )
    from newsclaims.explanation import Explanation
    from newsclaims.extractor import Extractor
    from newsclaims.formats.json.schema import json_schema
    from newsclaims.language import Language, load_language
    from newsclaims.model import (
        Alias,
        Claim,
        ClaimModality,
        Cue,
        Date,
        Dateline,
        Document,
        MadeBy,
        Modality,
        Quantity,
        QuantityKind,
        Quotation,
        Quote,
        QuoteKind,
        Reason,
        Region,
        RegionKind,
        Sentence,
        Speaker,
        SpeakerKind,
        Stance,
    )
    from newsclaims.rules import DEFAULT_RULES, SPEECH_RULES, Attribution, Rule, RuleSet, rule
    from newsclaims.rules.line import LineRule
    from newsclaims.rules.pattern import PatternRule
    from newsclaims.shortcuts import extract, extract_claims, extract_quotes, split_sentences
    from newsclaims.spans import Span

HOME = {
    **dict.fromkeys(("CLAIM_RULES", "claim_rule"), "claims"),
    **dict.fromkeys(("Change", "Check", "CheckStatus", "Checks"), "checking.results"),
    **dict.fromkeys(("Masked", "Restored", "mask"), "checking.masking"),
    "Sources": "checking.sources",
    "verify": "checking.verifying",
    "Article": "articles",
    "speakers": "",
    "testing": "",
    **dict.fromkeys(("Audit", "audit"), "auditing"),
    **dict.fromkeys(
        (
            "ConfigError",
            "DuplicateRuleError",
            "GoldError",
            "LanguageError",
            "MissingExtraError",
            "NewsclaimsError",
            "PageError",
            "PatternError",
            "ResumeError",
            "RuleError",
            "SchemaError",
            "UnknownRuleError",
        ),
        "errors",
    ),
    "Explanation": "explanation",
    "Extractor": "extractor",
    **dict.fromkeys(("extract", "extract_claims", "extract_quotes", "split_sentences"), "shortcuts"),
    "json_schema": "formats.json.schema",
    **dict.fromkeys(("Language", "load_language"), "language"),
    **dict.fromkeys(
        (
            "Alias",
            "Claim",
            "ClaimModality",
            "Cue",
            "Date",
            "Dateline",
            "Document",
            "MadeBy",
            "Modality",
            "Quantity",
            "QuantityKind",
            "Quotation",
            "Quote",
            "QuoteKind",
            "Reason",
            "Region",
            "RegionKind",
            "Sentence",
            "Speaker",
            "SpeakerKind",
            "Stance",
        ),
        "model",
    ),
    **dict.fromkeys(("DEFAULT_RULES", "SPEECH_RULES", "Attribution", "Rule", "RuleSet", "rule"), "rules"),
    "LineRule": "rules.line",
    "PatternRule": "rules.pattern",
    "Span": "spans",
}
"""The module of each public name. A name is loaded when it is first used, so that ``import newsclaims`` costs nothing."""

__all__ = [
    "CLAIM_RULES",
    "DEFAULT_RULES",
    "SPEECH_RULES",
    "Alias",
    "Article",
    "Attribution",
    "Audit",
    "Change",
    "Check",
    "CheckStatus",
    "Checks",
    "Claim",
    "ClaimModality",
    "ConfigError",
    "Cue",
    "Date",
    "Dateline",
    "Document",
    "DuplicateRuleError",
    "Explanation",
    "Extractor",
    "GoldError",
    "Language",
    "LanguageError",
    "LineRule",
    "MadeBy",
    "Masked",
    "MissingExtraError",
    "Modality",
    "NewsclaimsError",
    "PageError",
    "PatternError",
    "PatternRule",
    "Quantity",
    "QuantityKind",
    "Quotation",
    "Quote",
    "QuoteKind",
    "Reason",
    "Region",
    "RegionKind",
    "Restored",
    "ResumeError",
    "Rule",
    "RuleError",
    "RuleSet",
    "SchemaError",
    "Sentence",
    "Sources",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Stance",
    "UnknownRuleError",
    "__version__",
    "audit",
    "claim_rule",
    "extract",
    "extract_claims",
    "extract_quotes",
    "json_schema",
    "load_language",
    "mask",
    "rule",
    "speakers",
    "split_sentences",
    "testing",
    "verify",
]


def _load(name: str) -> object:
    if name not in HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object
    if not HOME[name]:
        found = importlib.import_module(f"{__name__}.{name}")
    else:
        found = getattr(importlib.import_module(f"{__name__}.{HOME[name]}"), name)
    globals()[name] = found
    return found


if not TYPE_CHECKING:  # a type checker would take it to mean that every name is there
    __getattr__ = _load


def __dir__() -> list[str]:
    return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
