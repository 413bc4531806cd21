"""Claims as schema.org describes them, for the people who check them.

https://schema.org/ClaimReview, https://schema.org/Claim
"""

from __future__ import annotations

from typing import Any

from newsclaims.formats.addresses import is_iri
from newsclaims.model import Claim, Document, Speaker, SpeakerKind, Stance

CONTEXT = "https://schema.org"
THRESHOLD = 0.5  # of check-worthiness
TYPES = {SpeakerKind.PERSON: "Person", SpeakerKind.ORGANIZATION: "Organization", SpeakerKind.GROUP: "Organization"}


def to_claim_review(document: Document, *, at_least: float = THRESHOLD, url: str | None = None) -> dict[str, Any]:
    """A ``ClaimReview`` for each claim that is worth checking, without what only a review can say.

    There is no ``reviewRating``, ``author`` or ``url`` of a review: whoever checks the claim adds them. ``at_least`` is
    the least check-worthiness (0 to 1), ``url`` the address of the article; without it the document's id where that is
    an IRI. A claim said again is left out, and so are questions. What somebody denies is given in the whole sentence,
    because the proposition alone would say the opposite.

    >>> from newsclaims import extract
    >>> found = to_claim_review(extract("“The harbour lost 40 ships in 2019,” said Orla Vane."), at_least=0)
    >>> found["@graph"][0]["claimReviewed"], found["@graph"][0]["itemReviewed"]["author"]
    ('The harbour lost 40 ships in 2019', {'@type': 'Person', 'name': 'Orla Vane'})
    """
    appearance = _appearance(document, url)
    chosen = (each for each in document.claims if _is_wanted(each, at_least))
    return {"@context": CONTEXT, "@graph": [_review(document, claim, appearance) for claim in chosen]}


def _is_wanted(claim: Claim, at_least: float) -> bool:
    return claim.check_worthiness >= at_least and claim.stance is not Stance.QUESTION and claim.same_as is None


def _review(document: Document, claim: Claim, appearance: dict[str, Any]) -> dict[str, Any]:
    said = _said(document, claim)
    item: dict[str, Any] = {"@type": "Claim", "text": said, "appearance": appearance}
    if claim.topic is not None:
        item["about"] = {"@type": "Thing", "name": claim.topic}
    if claim.claimer is not None:
        item.update(_author(claim.claimer))
    return {"@type": "ClaimReview", "claimReviewed": said, "itemReviewed": item}


def _said(document: Document, claim: Claim) -> str:
    if claim.stance is Stance.DENY and 0 <= claim.sentence < len(document.sentences):
        return _one_line(document.sentences[claim.sentence].text)
    return _one_line(claim.decontextualized or claim.text)


def _appearance(document: Document, url: str | None) -> dict[str, Any]:
    appearance: dict[str, Any] = {"@type": "CreativeWork"}
    if url is None and document.id is not None and is_iri(document.id):
        url = document.id
    if url is not None:
        appearance["url"] = url
    elif document.id is not None:
        appearance["identifier"] = document.id
    return appearance


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
