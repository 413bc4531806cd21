"""Many texts: one after the other, or in batches on several processes; always lazily and in order."""

from __future__ import annotations

import collections
import contextlib
import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from concurrent.futures import BrokenExecutor, Future
from typing import TYPE_CHECKING, Any

from newsclaims.articles import Entry, entries
from newsclaims.model import Claim, Document
from newsclaims.workers.columns import Columns, from_columns, to_columns
from newsclaims.workers.parcels import Parcel, pack
from newsclaims.workers.pool import POOLS

if TYPE_CHECKING:
    from newsclaims.extractor import Extractor

BATCHES_AHEAD = 2
"""So many batches for each worker are read before the first document of them is asked for."""

TOGETHER = 16
"""So many documents of a batch make columns together: with fewer, each costs more; more do not fit into a processor's cache."""

TRIES = 3
"""So often a batch is given to a worker; each time before, the worker was killed (by the system, for want of memory)."""

LOST = (BrokenExecutor, MemoryError)
"""What is raised where a worker was killed, or could not get the memory it needed."""


def run(
    extractor: Extractor,
    texts: Iterable[Any],
    *,
    ids: Iterable[str | None] | None = None,
    metadata: Iterable[Mapping[str, Any] | None] | None = None,
    as_tuples: bool = False,
    workers: int = 1,
    batch_size: int = 64,
    on_error: str = "raise",
    progress: bool = False,
) -> Iterator[Any]:
    """See :meth:`Extractor.pipe`."""
    for name, number in (("workers", workers), ("batch_size", batch_size)):
        if not isinstance(number, int) or number < 1:
            raise ValueError(f"{name} must be an int of 1 or more, not {number!r}")
    record = is_record(on_error)
    if not as_tuples:
        return watched(_documents(extractor, entries(texts, ids, metadata), workers, batch_size, record), texts, progress)
    waiting: collections.deque[Any] = collections.deque()
    articles = entries(_parted(texts, waiting), ids, metadata)
    documents = _documents(extractor, articles, workers, batch_size, record)
    return watched(((document, waiting.popleft()) for document in documents), texts, progress)


def watched(found: Iterator[Any], texts: Iterable[Any], progress: bool) -> Iterator[Any]:
    """The same, with a bar on standard error that counts them, where one is wanted."""
    if not progress:
        return found
    from tqdm import tqdm

    return iter(tqdm(found, total=len(texts) if isinstance(texts, Sized) else None, unit="text"))


def is_record(on_error: str) -> bool:
    """Whether an error is to be recorded and not raised.

    Raises:
        ValueError: ``on_error`` is neither "raise" nor "record".
    """
    if on_error not in ("raise", "record"):
        raise ValueError(f"on_error must be 'raise' or 'record', not {on_error!r}")
    return on_error == "record"


def _parted(pairs: Iterable[tuple[Any, Any]], waiting: collections.deque[Any]) -> Iterator[Any]:
    """The texts of pairs; what comes with them stays here and waits for its document."""
    for text, thing in pairs:
        waiting.append(thing)
        yield text


def _documents(extractor: Extractor, articles: Iterable[Entry], workers: int, batch_size: int, record: bool) -> Iterator[Document]:
    if workers == 1:
        return (_read(extractor, article, record) for article in articles)
    return _spread(extractor, batched(articles, batch_size, workers), workers, record)


def batched(texts: Iterable[Any], size: int, workers: int) -> Iterator[list[Any]]:
    """So many at a time, and towards the end ever fewer, so that all workers have something to do to the last.

    One batch for each worker is read before the first is handed out.
    """
    texts = iter(texts)
    held: collections.deque[Any] = collections.deque()
    while True:
        held.extend(itertools.islice(texts, (workers + 1) * size - len(held)))
        if not held:
            return
        share = size if len(held) > workers * size else max(1, len(held) // (2 * workers))
        yield [held.popleft() for _ in range(min(share, size))]


def _spread(extractor: Extractor, batches: Iterator[list[Any]], workers: int, record: bool) -> Iterator[Document]:
    work = functools.partial(_read_batch, pack(extractor), record)
    return spread(work, extractor.read_claims, batches, workers, unread if record else None)


Work = Callable[[list[Any]], list[Document]]
"""What is made of a batch."""

Sent = list[Columns | list[Document]]
"""What a worker sends: documents as columns, or as they are where they cannot be that."""


def spread(
    work: Work,
    read_claims: Callable[[Document], tuple[Claim, ...]],
    batches: Iterable[list[Any]],
    workers: int,
    instead: Callable[[Any, Exception], Document] | None = None,
) -> Iterator[Document]:
    """The documents that ``work`` makes of each batch on other processes, in order; ``read_claims`` finds their claims here.

    A few batches at a time go to the workers, who go on while results are taken; nothing piles up here. A batch whose worker
    is killed, or has no memory left, is given to another; after ``TRIES`` its texts are given one by one. Of a text that costs
    a worker its life even then the error is raised, or what ``instead`` makes of text and error is taken.
    """

    def done(batch: list[Any], task: Future[Sent]) -> Iterator[Document]:
        for some in _results(work, batch, task, workers, instead):
            yield from from_columns(some, read_claims) if isinstance(some, Columns) else some

    waiting: collections.deque[tuple[list[Any], Future[Sent]]] = collections.deque()
    try:
        for batch in batches:
            waiting.append((batch, POOLS.submit(workers, _sent, work, batch)))
            if len(waiting) >= workers * BATCHES_AHEAD:
                yield from done(*waiting.popleft())
        while waiting:
            yield from done(*waiting.popleft())
    finally:
        for _, task in waiting:
            task.cancel()


def _sent(work: Work, batch: list[Any]) -> Sent:
    sent: Sent = []
    for at in range(0, len(batch), TOGETHER):
        documents = work(batch[at : at + TOGETHER])
        sent.append(to_columns(documents) or documents)
    return sent


def _results(
    work: Work, batch: list[Any], task: Future[Sent], workers: int, instead: Callable[[Any, Exception], Document] | None
) -> Iterator[Columns | list[Document]]:
    """What comes of a batch, and of its texts one by one where it cannot be had together.

    Raises:
        BrokenExecutor: a text has cost as many workers their lives as there are tries.
        MemoryError: no worker has the memory that a text needs.
    """
    try:
        sent = _result(work, batch, task, workers)
    except LOST as error:
        if len(batch) == 1 and instead is None:
            raise
        sent = [[instead(batch[0], error)]] if len(batch) == 1 and instead is not None else []
    if sent:
        yield from sent
        return
    for each in batch:  # nothing else is done now: a worker that dies, dies of this text
        yield from _results(work, [each], POOLS.submit(workers, _sent, work, [each]), workers, instead)


def _result(work: Work, batch: list[Any], task: Future[Sent], workers: int) -> Sent:
    """What comes of a batch, which another worker does again where one was lost."""
    for _ in range(TRIES - 1):
        with contextlib.suppress(*LOST):
            return task.result()
        task = POOLS.submit(workers, _sent, work, batch)
    return task.result()


def unread(article: Entry, error: Exception) -> Document:
    """A document of what could not be read, with as much of what came with it as can be kept."""
    with contextlib.suppress(TypeError):
        kept = article.given()
        return Document(kept.text, kept.id, kept.metadata, warnings=(in_words(error),))
    id = article.id if isinstance(article.id, str) else None
    return Document(article.text if isinstance(article.text, str) else "", id, warnings=(in_words(error),))


def _read_batch(parcel: Parcel, record: bool, articles: list[Entry]) -> list[Document]:
    extractor = parcel.extractor()
    return [_read(extractor, article, record) for article in articles]


def _read(extractor: Extractor, article: Entry, record: bool) -> Document:
    try:
        return extractor._read(article.given())
    except Exception as error:
        if not record:
            raise
        return unread(article, error)


def in_words(error: Exception) -> str:
    """What went wrong with a text, as it is recorded."""
    return f"{type(error).__name__}: {error}"
