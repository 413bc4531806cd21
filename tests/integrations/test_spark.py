"""Reading on a cluster of two executors, each a process with one core, also while one of them is killed."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyspark
import pytest
from pyspark import SparkContext
from pyspark.sql import DataFrame, Row, SparkSession, functions

from newsclaims import DEFAULT_RULES, Attribution, Extractor, rule
from newsclaims.formats.records import COLUMNS, RECORDS
from newsclaims.integrations import spark
from newsclaims.model import What

pytestmark = pytest.mark.spark

ROOT = Path(spark.__file__).parents[2]
RAIN, QUAY = "“It rained,” said Orla Vane. “All day,” she said.", "Ivo Karr said that the quay lost 40 ships. “It hurts,” he said."
QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
PATIENCE = 120  # seconds; only for a cluster that does not work at all


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    home = tmp_path_factory.mktemp("spark")
    for part in ("bin", "jars", "python"):
        (home / part).symlink_to(Path(pyspark.__file__).parent / part)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_HOME", str(home))  # executors write into a folder beside the jars
        patch.setenv("SPARK_LOCAL_DIRS", str(home / "local"))
        builder = SparkSession.builder.master("local-cluster[2,1,1024]")
        for name, value in settings(home).items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        yield session
        session.stop()
        end_java()


def end_java() -> None:
    """Nothing of this cluster is left to a session that is started after it; pyspark has no call for that."""
    gateway = SparkContext._gateway
    SparkContext._gateway = SparkContext._jvm = None
    gateway.shutdown()
    gateway.proc.stdin.close()  # at which the JVM ends
    gateway.proc.wait(PATIENCE)


def settings(home: Path) -> dict[str, str]:
    return {
        "spark.driver.extraJavaOptions": QUICK_START,
        "spark.executor.extraJavaOptions": QUICK_START,
        "spark.executorEnv.PYTHONPATH": str(ROOT),
        "spark.scheduler.minRegisteredResourcesRatio": "1.0",  # no task before both executors are there
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": str(home / "warehouse"),
        "spark.ui.enabled": "false",
    }


def frame(session: SparkSession, texts: list[str | None], parts: int = 4) -> DataFrame:
    rows = session.sparkContext.parallelize([(number * 10, text) for number, text in enumerate(texts)], parts)
    return session.createDataFrame(rows, "id long, text string")


def collected(df: DataFrame) -> list[dict[str, Any]]:
    return [row.asDict() for row in df.collect()]


def local(texts: list[str | None], what: What = "quotes", extractor: Extractor | None = None) -> list[dict[str, Any]]:
    documents = [(extractor or Extractor()).extract(text or "") for text in texts]
    return [
        {**record, "document": number * 10, "error": None}
        for number, document in enumerate(documents)
        for record in document.to_records(what)
    ]


@pytest.mark.parametrize("what", RECORDS)
def test_the_same_rows_as_here(session: SparkSession, what: What) -> None:
    texts = [RAIN, None, QUAY, "", "😀 " + RAIN]
    found = spark.extract(frame(session, texts), what=what)
    assert found.columns == [*COLUMNS[what], "error"]
    assert found.schema["document"].dataType.simpleString() == "bigint"
    assert collected(found) == local(texts, what)


def test_offsets_are_those_of_spark(session: SparkSession) -> None:
    news = frame(session, ["😀 " + RAIN, QUAY])
    joined = spark.extract(news).withColumnRenamed("text", "quoted").join(news, functions.col("document") == news["id"])
    cut = functions.expr("substring(text, source_start + 1, source_end - source_start)")
    assert sorted(row.source for row in joined.where(cut == joined["source"]).collect()) == ["Ivo Karr", "Orla Vane", "he", "she"]


def test_columns_of_other_names_and_types(session: SparkSession) -> None:
    news = session.createDataFrame([Row(**{"the.key": ["a", "b"], "body`s": RAIN})])
    found = spark.extract(news, "body`s", "the.key", on_error="raise")
    assert found.columns == list(COLUMNS["quotes"])
    assert [row.document for row in found.collect()] == [["a", "b"]] * 2


def test_rules_travel_to_the_workers(session: SparkSession) -> None:
    word = "rained"

    @rule("wet")
    def wet(layers: Any, quotation: Any) -> Attribution | None:
        content = quotation.stretches[0]
        return Attribution((content,)) if word in content.text else None

    wet.function.__module__ = "__main__"  # as in a notebook
    extractor = Extractor(rules=DEFAULT_RULES.before(DEFAULT_RULES.names[0], wet))
    found = collected(spark.extract(frame(session, [RAIN, QUAY]), extractor=extractor))
    assert "wet" in {row["rule"] for row in found}
    assert found == local([RAIN, QUAY], extractor=extractor)


def failing(layers: Any, quotation: Any) -> None:
    if "kaput" in quotation.stretches[0].text:
        raise LookupError("kaput")


failing.__module__ = "__main__"
FAILING = Extractor(rules=DEFAULT_RULES.before(DEFAULT_RULES.names[0], rule("failing")(failing)))


def test_a_text_that_fails_is_recorded_and_the_rest_is_read(session: SparkSession) -> None:
    texts: list[str | None] = [RAIN, "“It is kaput.”", QUAY]
    bad, *rest = sorted(collected(spark.extract(frame(session, texts, 1), extractor=FAILING)), key=lambda row: row["error"] is None)
    assert {name: value for name, value in bad.items() if value is not None} == {
        "document": 10,
        "error": "RuleError: the rule 'failing' failed: LookupError: kaput",
    }
    assert rest == local([RAIN, None, QUAY], extractor=FAILING)


def test_a_text_that_fails_can_end_the_job(session: SparkSession) -> None:
    found = spark.extract(frame(session, ["“It is kaput.”"], 1), extractor=FAILING, on_error="raise")
    with pytest.raises(Exception, match="the rule 'failing' failed: LookupError: kaput"):
        found.collect()


def test_what_is_no_utf_8_is_recorded(session: SparkSession) -> None:
    news = session.sql("select 'a' id, cast(X'ff' as string) text union all select 'b', '“No,” she said.'")
    bad, good = sorted(collected(spark.extract(news)), key=lambda row: str(row["document"]))
    assert (bad["document"], bad["error"][:18]) == ("a", "UnicodeDecodeError")
    assert (good["document"], good["source"], good["error"]) == ("b", "she", None)


def test_what_is_wrong_is_said_at_the_call(session: SparkSession) -> None:
    news = frame(session, [RAIN])
    with pytest.raises(KeyError, match="no column 'body'; there are: id, text"):
        spark.extract(news, "body")
    with pytest.raises(KeyError, match="no column 'nr'"):
        spark.extract(news, id="nr")
    with pytest.raises(TypeError, match="column 'id' holds bigint, no text"):
        spark.extract(news, "id")
    with pytest.raises(ValueError, match="no records named 'verbs'"):
        spark.extract(news, what="verbs")  # type: ignore[arg-type]  # it is wrong
    with pytest.raises(ValueError, match="on_error must be 'raise' or 'record'"):
        spark.extract(news, on_error="ignore")  # type: ignore[arg-type]  # the mistake under test


# ---------------------------------------------------------------------- one of them is killed


def waiting(address: tuple[str, int]) -> Extractor:
    """Finds what the default rules find; in one text it tells who it is and waits until it is killed, if anybody listens."""

    def wait(layers: Any, quotation: Any) -> None:
        if "Hold the line" in layers.text:
            try:
                line = socket.create_connection(address)
            except ConnectionRefusedError:
                return
            line.sendall(f"{os.getpid()}\n".encode())
            line.recv(1)

    return Extractor(rules=DEFAULT_RULES.before(DEFAULT_RULES.names[0], rule("wait")(wait)))


def executor_of(process: int) -> int:
    """The JVM that a Python worker was started by."""
    while process > 1:
        if b"CoarseGrainedExecutorBackend" in Path(f"/proc/{process}/cmdline").read_bytes():
            return process
        process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
    raise LookupError("the process is no worker of an executor")


def test_an_executor_killed_at_its_work_changes_nothing(session: SparkSession) -> None:
    texts: list[str | None] = [RAIN, QUAY, QUAY, RAIN, QUAY, "“Hold the line,” said Orla Vane.", RAIN, None, QUAY, RAIN]
    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as pool:
        server.settimeout(PATIENCE)
        # Shuffling leaves the rows of the first tasks with both executors, so those of the killed one are lost.
        extractor = waiting(server.getsockname())
        found = spark.extract(frame(session, texts, len(texts)), extractor=extractor).repartition(2, "document")
        job = pool.submit(collected, found)
        line, _ = server.accept()
        server.close()  # the second reading of the text does not wait
        with line, line.makefile() as said:
            os.kill(executor_of(int(said.readline())), signal.SIGKILL)
        assert sorted(job.result(PATIENCE), key=lambda row: (row["document"], row["quote"])) == local(texts, extractor=extractor)
