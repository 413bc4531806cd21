"""Reports, changes and rules as text for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newsclaims.evaluation.calibration import Calibration
from newsclaims.evaluation.changes import Change, ChangeKind
from newsclaims.evaluation.claim_scores import ClaimScore
from newsclaims.evaluation.matching import Verdict
from newsclaims.evaluation.names import UNNAMED, NameScore
from newsclaims.evaluation.report import Bin, Kept, Report, RuleScore, calibration_error
from newsclaims.model import Quote, QuoteKind
from newsclaims.rules import Rule, RuleSet

NOBODY = "(nobody)"
NO_RULE = "(no rule)"
LONGEST = 300  # characters of a quote that are shown


def report_table(report: Report) -> str:
    """The figures by kind and by rule, and how far confidence can be believed; shares in per cent."""
    return "\n".join(
        (
            f"{report.articles} article{'' if report.articles == 1 else 's'}",
            "",
            *_table(("kind", "annotated", "found", "P", "R", "F1", "P+source", "R+source", "F1+source"), _kind_rows(report)),
            "",
            *_names_table(report.names),
            *_claims_table(report.claims),
            *_table(("rule", "found", "right content", "and right source", "wrong", "precision"), map(_rule_row, report.rules)),
            "",
            *bins_table(report.bins),
            f"calibration error: {report.calibration_error:.3f}",
            "",
            *kept_table(report.kept),
            "",
        )
    )


def _names_table(names: Sequence[NameScore]) -> list[str]:
    rows = ((score.group, str(score.quotes), _percent(score.share), _exact(score)) for score in names)
    return [*_table(("names", "quotes", "right", "exact"), rows), ""] if names else []


def _exact(score: NameScore) -> str:
    return "–" if score.group == UNNAMED else _percent(score.share_exact)


def _claims_table(score: ClaimScore | None) -> list[str]:
    if score is None:
        return []
    rows = [
        (name, str(counts.gold), str(counts.predicted), *map(_percent, (counts.precision, counts.recall, counts.f1)))
        for name, counts in (("all", score.found), ("worth checking", score.worthy))
    ]
    shares = ", ".join(f"{name} {_percent(value)}" for name, value in score.shares().items())
    about = f"right of those found: {shares}; average precision {_percent(score.average_precision)}"
    return [*_table(("claims", "annotated", "found", "P", "R", "F1"), rows), about, ""]


def _kind_rows(report: Report) -> Iterator[tuple[str, ...]]:
    for score in report.kinds:
        shares = (getattr(counts, name) for counts in (score.content, score.attributed) for name in ("precision", "recall", "f1"))
        yield (score.kind, str(score.content.gold), str(score.content.predicted), *map(_percent, shares))


def _rule_row(score: RuleScore) -> tuple[str, ...]:
    counts = (score.found, score.right_content, score.right_source, score.wrong)
    return (one_line(score.rule or NO_RULE), *map(str, counts), _percent(score.precision))


def bins_table(bins: Iterable[Bin]) -> list[str]:
    """Lines that set confidence against the share that is right."""
    rows = ((f"{each.confidence:.3f}", f"{each.right:.3f}", str(each.quotes)) for each in bins)
    return _table(("confidence", "right", "quotes"), rows)


def kept_table(kept: Iterable[Kept]) -> list[str]:
    """Lines that say, for each least confidence, what share of the quotes has it and what share of these is right, in per cent."""
    return _table(
        ("confidence of at least", "kept", "right"), ((f"{each.least:.2f}", *map(_percent, (each.kept, each.right))) for each in kept)
    )


def sureness_table(result: Calibration) -> list[str]:
    """Lines that say how far the confidence of a calibration can be believed, and how well it sorts."""
    return [
        *bins_table(result.bins),
        f"calibration error: {calibration_error(result.bins):.3f}",
        "",
        *kept_table(result.kept),
        f"a right quote has the higher confidence in {_percent(result.sorting)} of 100 pairs of a right and a wrong one",
    ]


def changes_list(changes: Sequence[Change]) -> str:
    """Every change with its text, and how many there are of each sort."""
    lines = [line for change in changes for line in _change_lines(change)]
    for kind in ChangeKind:
        of_kind = [change for change in changes if change.kind is kind]
        right = sum(bool(change.new_right if change.new else change.old_right) for change in of_kind)
        lines.append(f"{kind.value}: {len(of_kind)}, of which right: {right}")
    return "\n".join((*lines, ""))


def _change_lines(change: Change) -> Iterator[str]:
    yield f"{change.kind.value} {one_line(change.document or '')}"
    for mark, quote, right in (("-", change.old, change.old_right), ("+", change.new, change.new_right)):
        if quote is not None:
            yield f"  {mark} {_judged(right)}{_attribution(quote)}"
    shown = change.new or change.old
    yield f"    {'' if shown is None else one_line(' ... '.join(span.text for span in shown.contents))}"


def _judged(right: bool | None) -> str:
    if right is None:
        return ""
    return "right: " if right else "wrong: "


def _attribution(quote: Quote) -> str:
    source = NOBODY if quote.source is None else quote.source.text
    cue = "" if quote.cue is None else f", {quote.cue.span.text}"
    return f"{one_line(source + cue)} [{one_line(quote.rule or NO_RULE)}]"


def rules_table(rules: RuleSet[Rule], verdicts: Iterable[Verdict]) -> str:
    """A table in Markdown: each rule, in order, with its precision overall and by kind (and of how many)."""
    kinds = [kind.value for kind in QuoteKind]
    found: Counter[tuple[str | None, str]] = Counter()
    right: Counter[tuple[str | None, str]] = Counter()
    for verdict in verdicts:
        found[verdict.quote.rule, verdict.quote.kind.value] += 1
        right[verdict.quote.rule, verdict.quote.kind.value] += verdict.right
    lines = [f"| rule | what it matches | found | precision | {' | '.join(kinds)} |", "|---|---|---:|---:|" + "---:|" * len(kinds)]
    for rule in rules:
        cells = [(right[rule.name, kind], found[rule.name, kind]) for kind in kinds]
        all_right, all_found = sum(cell[0] for cell in cells), sum(cell[1] for cell in cells)
        shares = [_percent_of(all_right, all_found), *(f"{_percent_of(*cell)} ({cell[1]})" if cell[1] else "–" for cell in cells)]
        lines.append(f"| `{_markdown(rule.name)}` | {_markdown(rule.doc)} | {all_found} | {' | '.join(shares)} |")
    return "\n".join((*lines, ""))


def _markdown(text: str) -> str:
    return one_line(text).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _percent_of(right: int, found: int) -> str:
    return _percent(right / found) if found else "–"


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Lines with the first column to the left and the others to the right."""
    cells = [head, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    return ["  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))).rstrip() for row in cells]


def one_line(text: str) -> str:
    r"""On one line, not too long, and without anything that could steer a terminal.

    >>> one_line("The port\nis closed")
    'The port is closed'
    """
    joined = "".join(char if char.isprintable() else "\ufffd" for char in " ".join(text.split()))
    return joined if len(joined) <= LONGEST else f"{joined[: LONGEST - 1]}…"
