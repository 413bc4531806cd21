"""The shape of ClaimReview, written out from the vocabulary: https://schema.org/ClaimReview, https://schema.org/Claim."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

from newsclaims.formats.addresses import is_iri
from newsclaims.model import Claim, Document, Sentence, Speaker, SpeakerKind, Stance
from newsclaims.spans import Span

TEXT = "The quay lost 40 ships. The mayor denied that the quay was shut. Was it?"
WORDS = (Span.of(TEXT, 4, 8), Span.of(TEXT, 17, 22))
# Each type's properties that are used here, with the types their values may have.
VOCABULARY: Mapping[str, Mapping[str, set[str]]] = {
    "ClaimReview": {"claimReviewed": {"Text"}, "itemReviewed": {"Claim"}},
    "Claim": {
        "text": {"Text"},
        "author": {"Person", "Organization"},
        "appearance": {"CreativeWork"},
        "firstAppearance": {"CreativeWork"},
        "datePublished": {"Date"},
        "about": {"Thing"},
        "creditText": {"Text"},
    },
    "CreativeWork": {"url": {"URL"}, "identifier": {"Text"}, "datePublished": {"Date"}},
    "Person": {"name": {"Text"}, "jobTitle": {"Text"}, "affiliation": {"Organization"}},
    "Organization": {"name": {"Text"}},
    "Thing": {"name": {"Text"}},
}


def check(value: dict[str, Any]) -> None:
    for name, held in value.items():
        if name == "@type":
            continue
        allowed = VOCABULARY[value["@type"]][name]
        if isinstance(held, dict):
            assert held["@type"] in allowed
            check(held)
        else:
            assert isinstance(held, str)
            assert held
            assert (
                "Text" in allowed or ("URL" in allowed and is_iri(held)) or ("Date" in allowed and re.fullmatch(r"\d{4}-\d\d-\d\d", held))
            )


def claim(start: int, end: int, **more: Any) -> Claim:
    return Claim(Span.of(TEXT, start, end), **{"sentence": 0, "check_worthiness": 0.9, **more})


def reviews(*claims: Claim, id: str | None = "https://news.example/quay", **more: Any) -> list[Any]:
    ends = [0, 23, 64, 72]
    sentences = tuple(Sentence(Span.of(TEXT, start + bool(start), end), 0) for start, end in itertools.pairwise(ends))
    found = Document(TEXT, id, claims=claims, sentences=sentences).to_claim_review(**more)
    assert found["@context"] == "https://schema.org"
    for review in found["@graph"]:
        check(review)
    graph: list[Any] = found["@graph"]
    return graph


def test_what_was_claimed_where_and_by_whom() -> None:
    speaker = Speaker("Orla Vane", SpeakerKind.PERSON, role="harbour master", affiliation="Port of Arden")
    assert reviews(claim(0, 22, claimer=speaker, topic="transport", topic_words=WORDS)) == [
        {
            "@type": "ClaimReview",
            "claimReviewed": "The quay lost 40 ships",
            "itemReviewed": {
                "@type": "Claim",
                "text": "The quay lost 40 ships",
                "appearance": {"@type": "CreativeWork", "url": "https://news.example/quay"},
                "firstAppearance": {"@type": "CreativeWork", "url": "https://news.example/quay"},
                "about": {"@type": "Thing", "name": "transport"},
                "author": {
                    "@type": "Person",
                    "name": "Orla Vane",
                    "jobTitle": "harbour master",
                    "affiliation": {"@type": "Organization", "name": "Port of Arden"},
                },
            },
        }
    ]


@pytest.mark.parametrize(
    "kind, expected",
    [
        (SpeakerKind.ORGANIZATION, {"author": {"@type": "Organization", "name": "x"}}),
        (SpeakerKind.GROUP, {"author": {"@type": "Organization", "name": "x"}}),
        (SpeakerKind.DOCUMENT, {"creditText": "x"}),
        (SpeakerKind.UNKNOWN, {"creditText": "x"}),
    ],
)
def test_who_is_an_author(kind: SpeakerKind, expected: dict[str, Any]) -> None:
    [review] = reviews(claim(0, 22, claimer=Speaker("x", kind)))
    assert {key: value for key, value in review["itemReviewed"].items() if key in ("author", "creditText")} == expected


def test_a_denial_is_given_in_its_sentence() -> None:
    [review] = reviews(claim(46, 63, sentence=1, stance=Stance.DENY))
    assert review["claimReviewed"] == "The mayor denied that the quay was shut."


def test_names_for_pronouns_where_they_are_known() -> None:
    [review] = reviews(claim(0, 22, decontextualized="The quay of Arden\nlost 40 ships"))
    assert review["claimReviewed"] == "The quay of Arden lost 40 ships"


def test_only_what_is_worth_checking_and_only_once() -> None:
    claims = (claim(0, 22), claim(0, 22, check_worthiness=0.4), claim(65, 71, stance=Stance.QUESTION), claim(0, 22, same_as=0))
    assert len(reviews(*claims)) == 1
    assert len(reviews(*claims, at_least=0.3)) == 2
    assert reviews(*claims, at_least=0.95) == []


def test_where_it_appeared() -> None:
    def place(**more: Any) -> Any:
        return reviews(claim(0, 22), **more)[0]["itemReviewed"]["appearance"]

    assert place(url="https://news.example/1") == {"@type": "CreativeWork", "url": "https://news.example/1"}
    assert place(id="quay.txt") == {"@type": "CreativeWork", "identifier": "quay.txt"}
    assert place(id=None) == {"@type": "CreativeWork"}


def test_no_rating_is_made_up() -> None:
    assert "reviewRating" not in reviews(claim(0, 22))[0]


def test_when_it_was_published_and_who_says_what_nobody_is_quoted_with() -> None:
    document = Document(TEXT, "a", {"date": "2016-06-09", "outlet": "Orrel Echo"}, claims=(claim(0, 22),))
    [review] = document.to_claim_review()["@graph"]
    check(review)
    assert review["itemReviewed"]["datePublished"] == review["itemReviewed"]["appearance"]["datePublished"] == "2016-06-09"
    assert review["itemReviewed"]["author"] == {"@type": "Organization", "name": "Orrel Echo"}


def test_one_word_is_no_topic() -> None:
    [review] = reviews(claim(0, 22, topic="transport", topic_words=WORDS[:1]))
    assert "about" not in review["itemReviewed"]


def test_nothing_in_it_ends_a_script_element() -> None:
    text = "</script><script>alert(1)</script>\u2028 & 40 ships"
    written = Document(text, claims=(Claim(Span.of(text, 0, len(text)), 0, check_worthiness=0.9),)).to_claim_review_json()
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written)["@graph"][0]["claimReviewed"].startswith("</script>")
