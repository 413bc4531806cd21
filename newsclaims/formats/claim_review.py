"""Claims as schema.org describes them, for the people who check them.

https://schema.org/ClaimReview, https://schema.org/Claim
"""

from __future__ import annotations

import datetime
import json
from typing import Any

from newsclaims.formats.addresses import is_iri
from newsclaims.model.claim import Claim
from newsclaims.model.document import Document
from newsclaims.model.kinds import SpeakerKind, Stance
from newsclaims.model.speaker import Speaker

CONTEXT = "https://schema.org"
THRESHOLD = 0.5  # of check-worthiness
SURE = 2  # words that speak for a topic
LONGEST = 40  # words of a sentence that stands for a claim
ESCAPED = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end a script element, and how it is written in JSON."""
TYPES = {SpeakerKind.PERSON: "Person", SpeakerKind.ORGANIZATION: "Organization", SpeakerKind.GROUP: "Organization"}


def to_claim_review(document: Document, *, at_least: float = THRESHOLD, url: str | None = None) -> dict[str, Any]:
    """A ``ClaimReview`` for each claim that is worth checking, without what only a review can say.

    There is no ``reviewRating``, ``author`` or ``url`` of a review: whoever checks the claim adds them. ``at_least`` is
    the least check-worthiness (0 to 1), ``url`` the address of the article; without it the document's id where that is
    an IRI. A claim said again is left out, and so are questions. What somebody denies is given in its sentence, because the proposition
    alone would say the opposite. ``metadata["date"]`` is the day it was published,
    ``metadata["outlet"]`` the author of what the article says in its own voice. A topic that only one word speaks for is left out.

    >>> from newsclaims import extract
    >>> found = to_claim_review(extract("“The harbour lost 40 ships in 2019,” said Orla Vane."), at_least=0)
    >>> found["@graph"][0]["claimReviewed"], found["@graph"][0]["itemReviewed"]["author"]
    ('The harbour lost 40 ships in 2019', {'@type': 'Person', 'name': 'Orla Vane'})
    """
    appearance = _appearance(document, url)
    chosen = (each for each in document.claims if _is_wanted(each, at_least))
    return {"@context": CONTEXT, "@graph": [_review(document, claim, appearance) for claim in chosen]}


def to_claim_review_json(document: Document, *, at_least: float = THRESHOLD, url: str | None = None) -> str:
    """The same as JSON that can stand in ``<script type="application/ld+json">``: nothing in it ends the element.

    >>> from newsclaims import extract
    >>> "</script>" in to_claim_review_json(extract("“Rain fell 40 times in </script> May 2019,” said Orla Vane."), at_least=0)
    False
    """
    written = json.dumps(to_claim_review(document, at_least=at_least, url=url), ensure_ascii=False)
    return "".join(ESCAPED.get(sign, sign) for sign in written)


def _is_wanted(claim: Claim, at_least: float) -> bool:
    return claim.check_worthiness >= at_least and claim.stance is not Stance.QUESTION and claim.same_as is None


def _review(document: Document, claim: Claim, appearance: dict[str, Any]) -> dict[str, Any]:
    said = _said(document, claim)
    item: dict[str, Any] = {"@type": "Claim", "text": said, "appearance": appearance}
    if not claim.reported_by:
        item["firstAppearance"] = appearance
    if "datePublished" in appearance:
        item["datePublished"] = appearance["datePublished"]
    if claim.topic is not None and len(claim.topic_words) >= SURE:
        item["about"] = {"@type": "Thing", "name": claim.topic}
    outlet = (document.metadata or {}).get("outlet")
    if claim.claimer is not None:
        item.update(_author(claim.claimer))
    elif claim.quote is None and isinstance(outlet, str) and outlet.strip():
        item["author"] = {"@type": "Organization", "name": _one_line(outlet)}
    return {"@type": "ClaimReview", "claimReviewed": said, "itemReviewed": item}


def _said(document: Document, claim: Claim) -> str:
    said = _one_line(claim.decontextualized or claim.text)
    if claim.stance is not Stance.DENY:
        return said
    sentence = _one_line(document.sentences[claim.sentence].text) if 0 <= claim.sentence < len(document.sentences) else ""
    if 0 < len(sentence.split()) <= LONGEST:
        return sentence
    return f"{'The article' if claim.claimer is None else claim.claimer.name} denies: {said}"


def _appearance(document: Document, url: str | None) -> dict[str, Any]:
    appearance: dict[str, Any] = {"@type": "CreativeWork"}
    if url is None and document.id is not None and is_iri(document.id):
        url = document.id
    if url is not None:
        appearance["url"] = url
    elif document.id is not None:
        appearance["identifier"] = document.id
    day = _day(document)
    if day is not None:
        appearance["datePublished"] = day
    return appearance


def _day(document: Document) -> str | None:
    """The day of the article, where its metadata tell it."""
    given = (document.metadata or {}).get("date")
    try:
        return datetime.date.fromisoformat(str(given)[:10]).isoformat()
    except ValueError:
        return None


def _author(speaker: Speaker) -> dict[str, Any]:
    if speaker.kind not in TYPES:
        return {"creditText": speaker.name}  # an author is a person or an organization, and a report is neither
    author: dict[str, Any] = {"@type": TYPES[speaker.kind], "name": speaker.name}
    if speaker.kind is SpeakerKind.PERSON:
        if speaker.role is not None:
            author["jobTitle"] = speaker.role
        if speaker.affiliation is not None:
            author["affiliation"] = {"@type": "Organization", "name": speaker.affiliation}
    return {"author": author}


def _one_line(words: str) -> str:
    return " ".join(words.split())
