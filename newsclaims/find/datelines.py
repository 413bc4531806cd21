"""Datelines: "KYIV, Ukraine (AP) —", the place (and the date) a report was filed from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsclaims.language import Language
from newsclaims.model import Dateline
from newsclaims.spans import Bounds, Span

PARAGRAPHS = 10  # a dateline may follow a headline, a byline and a picture, but it opens the report
LONGEST_DATELINE = 140  # characters; no dateline is longer
PLACE_PARTS = 4  # "PLACE, County, State, Country"
PART_WORDS = 4
REGION_WORDS_IN_CAPITALS = 2  # more of them are a headline: "MILL TO CLOSE, UNION SAYS NO - ..."

SPACE = rf"\s{{0,{LONGEST_DATELINE}}}"
DASH = r"[—–―_-](?:(?<=[—–―])|(?<=-)-{1,2}|(?<=\s[-_])(?=\s))"  # its first character in one set: what has none is passed over fast
AGENCY = rf"{SPACE}\(([^()]{{2,40}})\)"  # by its shape: a list of agencies would never be complete
CLOCK = r"(?:,?\s\d{1,2}[:.]\d{2})?"


class DatelineFinder:
    """Finds the dateline of an article, with the names of months and weekdays of a language."""

    def __init__(self, language: Language) -> None:
        self._labels = language.words("dateline_labels")
        self._openers = language.words("sentence_openers")
        self._particles = language.words("tag_particles")
        month, weekday = (_any_of(language.words(name)) for name in ("months", "weekdays"))
        day = rf"\d{{1,2}}(?:{'|'.join(sorted(map(re.escape, language.words('ordinal_endings'))))})?"
        date = (
            rf"(?:{weekday},?\s)?(?:{month}\s{day}(?:,?\s\d{{4}})?|{day}\s{month}(?:,?\s\d{{4}})?"
            rf"|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}){CLOCK}|{weekday}"
        )
        self._date_first = re.compile(rf"(?:[^\W\d_]{{1,12}}:?\s{{1,3}})?({date}),?\s{{1,3}}")
        self._date_last = re.compile(rf"[,\s]{SPACE}({date}){SPACE}$")
        self._agency_last = re.compile(rf"{AGENCY}{SPACE}$")
        self._closed = re.compile(DASH)
        self._closed_by_agency = re.compile(rf"[^()]{{2,80}}{AGENCY}(?=\s|$)")

    def find(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> Dateline | None:
        """The first dateline that opens one of the first paragraphs, or ``None``.

        >>> from newsclaims.language import load_language
        >>> text = "ARDENVALE, Norland (XYZ) — Rain fell."
        >>> DatelineFinder(load_language("en")).find(text, [(0, len(text))]).place.text
        'ARDENVALE, Norland'
        """
        for start, end in paragraphs[:PARAGRAPHS]:
            found = self._at(text, start, end)
            if found is not None:
                return found
        return None

    def _at(self, text: str, start: int, end: int) -> Dateline | None:
        limit = min(end, start + LONGEST_DATELINE)
        dash = self._closed.search(text, start, limit)
        if dash and dash.end() < end:
            place = text[start : dash.start()].rstrip()
            found = self._parse(text, start, start + len(place), dash.end()) if place else None
            if found:
                return found
        closed = self._closed_by_agency.match(text, start, limit) if text.find("(", start, limit) >= 0 else None
        return self._parse(text, start, closed.end(), closed.end()) if closed else None

    def _parse(self, text: str, start: int, body: int, stop: int) -> Dateline | None:
        """The dateline ``text[start:stop]``, if ``text[start:body]``, what stands before the dash, has the shape of one."""
        dashed = body < stop
        leading = self._date_first.match(text, start, body) if dashed else None
        begin = leading.end() if leading else start
        end, agency, date = self._without_endings(text, begin, body)
        by_agency = agency is not None and _is_capitalised(agency)
        if leading:
            date = date or Span.of(text, *leading.span(1))
        if begin == end:
            return Dateline(Span.of(text, start, stop), None, date) if by_agency and dashed else None
        any_case = dashed and (by_agency or _is_in_full(date, end))
        is_place = (dashed or by_agency) and self._is_place(text[begin:end], any_case=any_case)
        return Dateline(Span.of(text, start, stop), Span.of(text, begin, end), date) if is_place else None

    def _without_endings(self, text: str, begin: int, end: int) -> tuple[int, str | None, Span | None]:
        """Where the place ends, and the agency and the date that follow it, in either order."""
        agency: str | None = None
        date: Span | None = None
        for _ in range(2):
            if agency is None and (match := self._agency_last.search(text, begin, end)):
                agency, end = match[1], match.start()
            if date is None and (match := self._date_last.search(text, begin, end)):
                date, end = Span.of(text, *match.span(1)), match.start()
        return end, agency, date

    def _is_place(self, words: str, *, any_case: bool) -> bool:
        """Whether the words have the shape of a place: capitals, then regions with a capital each."""
        first, *regions = words.split(",")
        if first.upper() in self._labels or len(regions) >= PLACE_PARTS or not first.strip():
            return False
        if not (all(_is_in_capitals(word) for word in first.split()) or (any_case and self._is_name(first))):
            return False
        if any(region.isupper() and len(region.split()) > REGION_WORDS_IN_CAPITALS for region in regions):
            return False
        return len(first.split()) <= PART_WORDS and all(self._is_name(region) for region in regions)

    def _is_name(self, part: str) -> bool:
        words = part.split()
        if not 0 < len(words) <= PART_WORDS or not words[0][0].isupper() or words[0] in self._openers:
            return False
        return all(_is_word(word) and (word[0].isupper() or word in self._particles) for word in words)


def _is_word(word: str) -> bool:
    return all(char.isalpha() or char in ".'’-–/" for char in word)


def _is_in_capitals(word: str) -> bool:
    """ "KYIV", "PORT-AU-PRINCE", "ST.", "McALLEN": capitals, but for the Mc."""
    letters = [char for char in word if char.isalpha()]
    return _is_word(word) and len(letters) > 1 and letters[0].isupper() and (word.isupper() or word[2:].isupper())


def _is_in_full(date: Span | None, end: int) -> bool:
    """Whether a date after the place is more than a weekday, which alone is no proof."""
    return date is not None and " " in date.text and date.start >= end


def _is_capitalised(agency: str) -> bool:
    return all(word[0].isupper() for word in agency.split()) and agency.strip() != ""


def _any_of(words: frozenset[str]) -> str:
    either = words | {word.removesuffix(".") for word in words}  # "Dec. 29" and "Dec 29"
    return f"(?:{'|'.join(re.escape(word) for word in sorted(either, key=len, reverse=True))})"


def after_dateline(text: str, sentences: Sequence[Bounds], dateline: Dateline) -> list[Bounds]:
    """The same sentences, of which what stands in the dateline is left out; one that is all dateline is empty."""
    begin = dateline.span.end
    while begin < len(text) and text[begin].isspace():
        begin += 1
    edge = dateline.span.start
    return [(min(begin, end), end, paragraph) if edge <= start < begin else (start, end, paragraph) for start, end, paragraph in sentences]
