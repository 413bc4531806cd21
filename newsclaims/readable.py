"""The text as the eye sees it, character for character as long as the text: odd signs stand as the plain ones they are meant for.

Signs that nobody sees become spaces, or ``FILLER`` inside a word ("sa\u00adid"); marks of other code points (＂, ″, ❝) become
plain ones; a mark written with several characters (``<<``, ``&ldquo;``) becomes a plain one with ``FILLER`` behind it. Nothing is
longer or shorter, so every offset holds for the text itself. Most texts have no such sign and are given back as they are.
"""

from __future__ import annotations

import functools
import re

FILLER = "\u2060"
"""Stands for what is no sign of its own: part of the word or of the mark before it."""
UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_PLAIN = {
    **dict.fromkeys("＂″‶ʺ˝", '"'),
    **dict.fromkeys("❝〝", "“"),
    **dict.fromkeys("❞〞〟", "”"),
    **dict.fromkeys("＇´", "'"),
    **{"❛": "‘", "❜": "’"},
}
_ENTITIES = {
    **dict.fromkeys(("quot", "#34", "#x22"), '"'),
    **dict.fromkeys(("ldquo", "#8220", "#x201c"), "“"),
    **dict.fromkeys(("rdquo", "#8221", "#x201d"), "”"),
    **dict.fromkeys(("bdquo", "#8222", "#x201e"), "„"),
    **dict.fromkeys(("laquo", "#171", "#xab"), "«"),
    **dict.fromkeys(("raquo", "#187", "#xbb"), "»"),
    **dict.fromkeys(("lsquo", "#8216", "#x2018"), "‘"),
    **dict.fromkeys(("rsquo", "#8217", "#x2019"), "’"),
    **dict.fromkeys(("apos", "#39", "#x27"), "'"),
}
_WRITTEN = {"<<": "«", ">>": "»", ",,": "„", '\\"': '"', "´´": '"', "‚‚": "„"}
_LONG_SIGNS = ("<<", ",,", "\\", '*"', "*“", '_"', "_“")
_SIGNS = (*UNSEEN, *_PLAIN, "‚‚")
_QUOTES = '"“”„'


@functools.cache
def _starts() -> re.Pattern[str]:
    """What an odd sign can begin with: to look for the signs themselves at every character takes ten times as long."""
    return re.compile(rf"[{UNSEEN}{''.join(_PLAIN)}<>&*_,´‚\\]")


@functools.cache
def _signs() -> re.Pattern[str]:
    """Each odd sign, told apart by the name of its group."""
    entities = "|".join(map(re.escape, _ENTITIES))
    written = r"<<(?=\s?\w)|(?<=\S)>>|,,(?=\w)|‚‚(?=\w)|´´|\\\""
    return re.compile(
        rf"(?P<unseen>[{UNSEEN}]+)|(?P<written>(?:{written})(?![<>,´‚]))|(?P<plain>[{''.join(_PLAIN)}])|(?P<entity>&(?:{entities});)"
        rf"|(?P<before>(?<![\w*])(?:\*{{1,3}}|_{{1,3}})(?=[{_QUOTES}]\w))|(?P<after>(?<=[\w.,!?…][{_QUOTES}])(?:\*{{1,3}}|_{{1,3}})(?![\w*]))",
        re.IGNORECASE,
    )


def readable(text: str) -> str:
    r"""The text with plain signs for odd ones, of the same length.

    >>> readable("＂It rained,＂ sa\u00adid Vane.\ufeff") == '"It rained," sa\u2060id Vane. '
    True
    >>> readable("It rained.") == "It rained."
    True
    """
    odd = (
        any(sign[0] in text and sign in text for sign in _LONG_SIGNS)
        or has_entities(text)
        or not (text.isascii() or all(sign not in text for sign in _SIGNS))
    )
    return _replaced(text) if odd else text  # looking for one sign after the other, a single one first, is ten times as fast


def has_entities(text: str) -> bool:
    """Whether a text has signs written as HTML writes them, which are text for a reader of web pages alone: ``caf&eacute;``."""
    return "&" in text and _entity().search(text) is not None


@functools.cache
def _entity() -> re.Pattern[str]:
    return re.compile(r"&(?:[A-Za-z]{2,8}\d{0,2}|#\d{2,6}|#[xX][\dA-Fa-f]{2,5});")


def _replaced(text: str) -> str:
    opened, closed, match_at = text.find("<<"), text.rfind(">>"), _signs().match
    parts, done = list[str](), 0
    for start in _starts().finditer(text):
        match = match_at(text, start.start()) if start.start() >= done else None
        if match is not None:
            alone = closed < match.end() if match.group() == "<<" else not 0 <= opened < match.start() - 1
            parts += (text[done : match.start()], _plainly(match, alone=alone))
            done = match.end()
    return "".join((*parts, text[done:]))


def _plainly(match: re.Match[str], *, alone: bool) -> str:
    """What stands for an odd sign: as many characters; ``alone`` says that the mark that goes with it stands nowhere."""
    sign, kind = match.group(), match.lastgroup
    if kind == "plain":
        return _PLAIN[sign]
    if kind == "entity":
        return _ENTITIES[sign[1:-1].lower()] + FILLER * (len(sign) - 1)
    if kind == "written":
        return sign if alone and sign in ("<<", ">>") else _WRITTEN[sign] + FILLER * (len(sign) - 1)
    start, end, text = match.start(), match.end(), match.string
    inside = kind == "unseen" and _is_visible(text[start - 1 : start]) and _is_visible(text[end : end + 1])
    return (FILLER if inside else " ") * len(sign)


def _is_visible(sign: str) -> bool:
    return sign != "" and not sign.isspace()
