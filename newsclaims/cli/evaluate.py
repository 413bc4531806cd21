"""The ``newsclaims evaluate`` command. Only click is imported before it runs."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from newsclaims.cli.articles import STDERR, is_terminal
from newsclaims.cli.options import FILE, Setup, configured
from newsclaims.cli.outputs import refuse_inputs, show, write_file

if TYPE_CHECKING:
    from newsclaims.evaluation import GoldArticle
    from newsclaims.extractor import Extractor
    from newsclaims.model import Document

JSON_LINES = "FILE.jsonl"


@click.command()
@click.argument("gold_dirs", metavar="GOLD_DIR...", nargs=-1)
@click.option("--predictions", metavar=JSON_LINES, help="Take the quotes from this file instead of finding them.")
@click.option("--write-predictions", metavar=JSON_LINES, help="Keep the documents, to compare a later run with.")
@click.option("--compare", "earlier", metavar="OLD.jsonl", help="List what was gained, lost and re-attributed against an earlier run.")
@click.option("--calibrate", is_flag=True, help="Fit the weights of confidence and write them to -o FILE.")
@click.option("-o", "--output", metavar="FILE", help="With --calibrate or --fit-claims: the file to write.")
@click.option("--rules-table", is_flag=True, help="Print the rules with their measured precision as a table in Markdown.")
@click.option("--fit-claims", multiple=True, metavar="FILE.jsonl", help="Fit the weights of claims on labelled texts, for -o FILE.")
@click.option("--config", type=FILE, metavar="TOML", help="Read with the language, words, aliases and rules of this file.")
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True, help="How to print.")
def evaluate(
    gold_dirs: tuple[str, ...],
    predictions: str | None,
    write_predictions: str | None,
    earlier: str | None,
    calibrate: bool,
    output: str | None,
    rules_table: bool,
    fit_claims: tuple[str, ...],
    config: str | None,
    form: str,
) -> None:
    """Score the rules against annotated articles.

    GOLD_DIR holds NAME.txt with NAME.ann (brat's stand-off format: Source, Cue, Content), or text/NAME.txt with
    attributions/NAME_WHO1.ann, or documents as JSON; a file of such documents will do as well; several are taken together. Printed are
    precision (P), recall (R) and F1 of what was said, and of what was said and who said it, by kind and by rule.
    A quote matches where at least half of the words in either are in both.

    With --calibrate the quotes of a small GOLD_DIR count more beside those of a large one, by the root of how much smaller it is.

    With --fit-claims no GOLD_DIR is read. Each line of FILE.jsonl is a sentence, {"text", "label": 1 or 0 for worth checking or
    not}, or an article, {"text", "claims": [{"start", "end", "worth": 2 for worth checking or 1}]}.
    """
    from newsclaims.errors import NewsclaimsError
    from newsclaims.evaluation import read_documents, read_gold

    _refuse_mixed(gold_dirs, fit_claims, output, calibrate=calibrate)
    extractor = configured(Setup(config))
    target = output or ""  # one is given where one is needed
    for written in (output, write_predictions):
        if written is not None:
            refuse_inputs((predictions, earlier, *gold_dirs, *fit_claims), written)
    try:
        if fit_claims:
            show(_fitted(fit_claims, target))
            return
        golds = list(map(read_gold, gold_dirs))
        gold = list(itertools.chain.from_iterable(golds))
        before = None if earlier is None else read_documents(earlier)
        found = _extracted(gold, extractor) if predictions is None else read_documents(predictions)
        if write_predictions is not None:
            write_file(write_predictions, "".join(f"{document.to_json()}\n" for document in found))
        if calibrate:
            show(_calibrated(golds, found, target, extractor))
        elif rules_table:
            show(_rules(gold, found, extractor))
        else:
            show(_scored(gold, found, before, form))
    except NewsclaimsError as error:
        message = str(error)
        raise click.ClickException(message if message.isprintable() else ascii(message)) from None


def _refuse_mixed(gold_dirs: Sequence[str], fit_claims: Sequence[str], output: str | None, *, calibrate: bool) -> None:
    """Says of options that do not go together which do.

    Raises:
        click.UsageError: some of these do not.
    """
    if bool(gold_dirs) == bool(fit_claims):
        raise click.UsageError("give either GOLD_DIR or --fit-claims")
    if (output is None) == (calibrate or bool(fit_claims)):
        raise click.UsageError("--calibrate and --fit-claims need -o FILE, and only they take it")


def _fitted(files: Sequence[str], output: str) -> str:
    """Writes the file of weights; returns what to say about it."""
    from newsclaims.claims.worthiness import write_weights
    from newsclaims.evaluation.claim_fit import fit_claims
    from newsclaims.evaluation.claim_gold import read_claim_gold

    try:
        fit = fit_claims([text for file in files for text in read_claim_gold(file)])
    except ValueError as error:
        raise click.ClickException(str(error)) from None
    write_file(output, write_weights(fit.weights))
    kinds = [("articles", fit.articles), ("sentences", fit.sentences), *fit.files.items()]
    figures = [f"{ascii(kind)[1:-1]}: {name} {100 * value:.1f}" for kind, found in kinds for name, value in found.items()]
    heading = "Cross-validated (each text scored by weights fitted on others), in percent:"
    return "\n".join((f"{len(fit.weights.of) - 1} weights written to {output}", "", heading, *figures, ""))


def _extracted(gold: Sequence[GoldArticle], extractor: Extractor) -> list[Document]:
    return [extractor.extract(article.text, id=article.id) for article in _progress(gold)]


def _progress(gold: Sequence[GoldArticle]) -> Iterator[GoldArticle]:
    """A bar on standard error where somebody looks on."""
    from tqdm import tqdm

    yield from tqdm(gold, unit="article", disable=not is_terminal(STDERR), leave=False)


def _calibrated(golds: Sequence[Sequence[GoldArticle]], found: Sequence[Document], output: str, extractor: Extractor) -> str:
    """Writes the file of weights; returns what to say about it."""
    from newsclaims.confidence.weights import write_weights
    from newsclaims.evaluation import calibrate
    from newsclaims.evaluation.tables import sureness_table

    sizes = [sum(len(article.quotes) for article in gold) for gold in golds]
    counts = {article.text: (max(sizes) / max(1, size)) ** 0.5 for gold, size in zip(golds, sizes, strict=True) for article in gold}
    result = calibrate([article for gold in golds for article in gold], found, extractor.rules.names, counts=counts, extractor=extractor)
    write_file(output, write_weights(result.weights))
    heading = "Cross-validated (each article measured with weights fitted on others):"
    return "\n".join((f"{len(result.weights.of)} weights written to {output}", "", heading, "", *sureness_table(result), ""))


def _rules(gold: Sequence[GoldArticle], found: Sequence[Document], extractor: Extractor) -> str:
    from newsclaims.evaluation.matching import judge
    from newsclaims.evaluation.runs import with_gold
    from newsclaims.evaluation.tables import rules_table

    pairs = with_gold(gold, found)
    return rules_table(extractor.rules, [each for article, document in pairs if document for each in judge(article, document).verdicts])


def _scored(gold: Sequence[GoldArticle], found: Sequence[Document], before: Sequence[Document] | None, form: str) -> str:
    from newsclaims.evaluation import compare, evaluate
    from newsclaims.evaluation.tables import changes_list, report_table

    report = evaluate(gold, found)
    if report.missing:
        more = ", ..." if len(report.missing) > 3 else ""
        names = ", ".join(map(ascii, report.missing[:3]))
        click.echo(f"newsclaims: {len(report.missing)} articles have no prediction, counted as empty: {names}{more}", err=True)
    changes = None if before is None else compare(before, found, gold)
    if form == "json":
        data: dict[str, Any] = report.to_dict()
        if changes is not None:
            data["changes"] = [change.to_dict() for change in changes]
        return json.dumps(data, indent=2) + "\n"
    return report_table(report) + ("" if changes is None else f"\n{changes_list(changes)}")
