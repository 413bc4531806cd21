"""Tasks that Label Studio exports (JSON), with what people marked in them.

Marks are ``Content``, ``Source`` and ``Cue``; a relation from a content to a source or cue, in either direction, says whose words they are,
and one between two contents that they are one quote (:data:`newsclaims.formats.label_studio.CONFIG`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newsclaims.errors import GoldError
from newsclaims.evaluation.gold import GoldArticle
from newsclaims.evaluation.marked import MarkedQuote, marked_article
from newsclaims.spans import Span

CONTENT, SOURCE, CUE = "content", "source", "cue"


def is_task(value: Any) -> bool:
    """Whether a value of JSON is a task of Label Studio."""
    return isinstance(value, Mapping) and isinstance(value.get("data"), Mapping) and ("annotations" in value or "predictions" in value)


def parse_task(task: Mapping[str, Any], *, id: str, path: str = "<task>") -> GoldArticle:
    """The article of a task, with what the first who did not skip it has marked.

    Raises:
        GoldError: nobody has annotated it, it has no text, or a mark is not of the format or does not hold the words it says.
    """
    text = task["data"].get("text")
    if not isinstance(text, str):
        raise GoldError(f"the task {id} has no text in data.text", path)
    done = [each for each in task.get("annotations") or [] if isinstance(each, Mapping) and not each.get("was_cancelled")]
    if not done:
        raise GoldError(f"the task {id} has no annotation of anybody: predictions that nobody has corrected are no gold", path)
    items = done[0].get("result")
    if not isinstance(items, list) or not all(isinstance(item, Mapping) for item in items):
        raise GoldError(f"the task {id} has an annotation without a list of results", path)
    try:
        quotes = list(_quotes(text, items))
    except (KeyError, TypeError, ValueError) as error:
        said = f"lacks {error}" if isinstance(error, KeyError) else str(error)
        raise GoldError(f"the task {id}: a result {said}", path) from None
    own = task["data"].get("id")
    return marked_article(text, own if isinstance(own, str) else id, quotes)


def _quotes(text: str, items: list[Mapping[str, Any]]) -> Iterator[MarkedQuote]:
    marks = {item["id"]: (_role(item), _span(text, item["value"])) for item in items if "value" in item and _role(item)}
    joined = _relations(items)
    home = _homes([name for name, (role, _) in marks.items() if role == CONTENT], joined)
    quotes = {_root(home, name): MarkedQuote() for name in home}
    for name in home:
        quotes[_root(home, name)].contents.append(marks[name][1])
    for one, other in joined:
        for content, mark in ((one, other), (other, one)):
            if content in home and mark in marks and mark not in home:
                role, span = marks[mark]
                held = quotes[_root(home, content)]
                (held.source if role == SOURCE else held.cue).append(span)
    yield from quotes.values()


def _relations(items: list[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """What people have joined: ids of marks, two by two."""
    return [(item["from_id"], item["to_id"]) for item in items if item.get("type") == "relation"]


def _homes(contents: Sequence[str], joined: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Each content with another of the same quote, or itself; :func:`_root` follows them to the one that stands for all."""
    home = {name: name for name in contents}
    for one, other in joined:
        if one in home and other in home:
            home[_root(home, other)] = _root(home, one)
    return home


def _root(home: dict[str, str], name: str) -> str:
    while home[name] != name:
        home[name] = home[home[name]]
        name = home[name]
    return name


def _role(item: Mapping[str, Any]) -> str:
    """Content, source or cue; nothing for another label."""
    labels = item.get("value", {}).get("labels") if isinstance(item.get("value"), Mapping) else None
    named = [str(label).casefold() for label in labels] if isinstance(labels, list) else []
    return next((role for role in (CONTENT, SOURCE, CUE) if role in named), "")


def _span(text: str, value: Mapping[str, Any]) -> Span:
    """The stretch that is marked. Older releases count UTF-16 units and not characters: the words in the mark tell which.

    Raises:
        ValueError: neither way do the offsets lead to the words.
    """
    start, end, words = value["start"], value["end"], value.get("text")
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise ValueError(f"has offsets that are none: {start!r} and {end!r}")
    if end <= len(text) and (words is None or text[start:end] == words):
        return Span.of(text, start, end)
    units = text.encode("utf-16-le", "surrogatepass")
    before, held = (units[2 * low : 2 * high].decode("utf-16-le", "replace") for low, high in ((0, start), (start, end)))
    if words is None or held != words:
        raise ValueError(f"marks {words!r:.60}, but the text has {text[start:end]!r:.60} from {start} to {end}")
    return Span.of(text, len(before), len(before) + len(held))
