"""Who is quoted how much, as a picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from newsclaims.auditing import Audit, AuditRow, audit
from newsclaims.errors import MissingExtraError
from newsclaims.model import Alias, Document

try:
    from matplotlib import pyplot
    from matplotlib.axes import Axes
except ImportError as error:
    raise MissingExtraError("matplotlib", "plot") from error

MEASURES = ("quotes", "words")
NAMED, UNNAMED = "#1f5f99", "#9a9a9a"  # told apart in grey too
LONGEST = 40  # characters of a name
ROW, MARGIN, WIDTH = 0.3, 1.0, 7.0  # inches


def quoted(
    documents: Iterable[Document] | Audit,
    *,
    measure: str = "quotes",
    top: int = 20,
    aliases: Mapping[str, str | Alias] | None = None,
    ax: Axes | None = None,
    title: str | None = None,
    save: str | Path | None = None,
) -> Axes:
    """Bars for those who are quoted most in a set of documents, the most quoted first, with their share of all.

    ``measure`` is ``"quotes"`` or ``"words"`` (said), ``top`` how many are shown, ``aliases`` as in
    :func:`newsclaims.audit`, which joins speakers over documents. Those whom the texts name are dark, descriptions
    ("a spokesman") light. ``documents`` may be the audit of some. ``title`` stands above, ``save`` is a file to write the picture to
    (its ending says the format). Without ``ax`` the bars get a figure of their own. What has no source is not shown.

    >>> from newsclaims import extract
    >>> axes = quoted([extract("“It rained all day,” said Orla Vane. “Yes,” Ivo Karr said.")])
    >>> [label.get_text() for label in axes.get_yticklabels()]
    ['Orla Vane', 'Ivo Karr']

    Raises:
        ValueError: there is no such measure, or ``top`` is less than 1.
    """
    if measure not in MEASURES:
        raise ValueError(f"no measure {measure!r}; there are: {', '.join(MEASURES)}")
    if top < 1:
        raise ValueError(f"top must be 1 or more, not {top}")
    table = documents if isinstance(documents, Audit) else audit(documents, aliases=aliases)
    rows = sorted((row for row in table if row.kind is not None), key=lambda row: -_count(row, measure))[:top]
    if ax is None:
        _, ax = pyplot.subplots(figsize=(WIDTH, MARGIN + ROW * max(1, len(rows))), layout="constrained")
    _bars(ax, rows, measure, _count(table.total, measure))
    if title is not None:
        ax.set_title(title, parse_math=False)
    if save is not None:
        ax.figure.savefig(save)
    return ax


def _bars(ax: Axes, rows: list[AuditRow], measure: str, total: int) -> Axes:
    counts = [_count(row, measure) for row in rows]
    bars = ax.barh(range(len(rows)), counts, color=[NAMED if row.named else UNNAMED for row in rows])
    ax.set_yticks(range(len(rows)), [_label(row.name) for row in rows])
    for label in ax.get_yticklabels():
        label.set_parse_math(False)  # a name with dollar signs is no formula
    ax.invert_yaxis()
    ax.bar_label(bars, [f"{count} ({count / total:.0%})" for count in counts], padding=3)
    ax.margins(x=0.15)
    ax.set_xlabel(f"{measure} (share of all {total})")
    ax.spines[["top", "right"]].set_visible(False)
    return ax


def _count(row: AuditRow, measure: str) -> int:
    return row.quotes if measure == "quotes" else row.words


def _label(name: str) -> str:
    name = " ".join(name.split())
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
