"""Criteria: what those who check facts ask of a claim, and which features speak to it.

After how fact-checking desks choose (Graves, "Anatomy of a Fact Check", 2017; Full Fact, "Claim types", in Konstantinovskiy, Price, Babakar
and Zubiaga, "Toward Automated Factchecking", 2021): is it specific, does it touch many, is it disputed, is it a matter of fact; or is it
somebody's own experience, a forecast, a judgement, or too vague.
"""

from __future__ import annotations

from collections.abc import Mapping

BY_CRITERION: Mapping[str, tuple[str, ...]] = {
    "specific and measurable": (
        "a quantity", "several quantities", "number", "percent", "money", "count", "measure", "fraction", "rate", "ordinal", "age", "time",
        "a date", "several dates", "a day named from the day of the report",
    ),
    "a comparison or change": ("comparison", "change", "absolute"),
    "a cause": ("cause",),
    "many affected": ("policy", "trouble", "a topic", "several words of a topic"),
    "contested": ("accusation", "after accuse", "after deny", "cue: accuse", "cue: deny", "negation"),
    "public office or vote": ("voting", "office"),
    "findings and documents": ("research", "speaker: document"),
    "names somebody": ("a name", "a full name", "several names"),
    "said by a source": (
        "said by a source", "named speaker", "speaker: person", "speaker: organization", "speaker: group", "in quotation marks",
    ),
    "past or present fact": ("past", "present perfect", "passive"),
    "own experience": ("I", "we", "begins with “i”", "begins with “we”"),
    "prediction": ("future", "possibility", "condition"),
    "opinion": ("opinion", "thinking", "should", "wishing", "after feel", "after believe"),
    "vague": ("vague", "pointing", "you", "begins with a pronoun"),
    "occasion": ("occasion", "talking"),
}  # fmt: skip
CRITERIA: Mapping[str, str] = {feature: criterion for criterion, features in BY_CRITERION.items() for feature in features}
"""The criterion that a feature speaks to; features of how words are cut speak to none."""
