"""Many texts: one after the other, or in batches on several processes; always lazily and in order."""

from __future__ import annotations

import collections
import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from newsclaims.model import Document
from newsclaims.shipping import Parcel, pack

if TYPE_CHECKING:
    from newsclaims.extractor import Extractor

BATCHES_AHEAD = 2
"""So many batches for each worker are read before the first document of them is asked for."""


def run(extractor: Extractor, texts: Iterable[Any], *, as_tuples: bool, workers: int, batch_size: int, on_error: str) -> Iterator[Any]:
    """See :meth:`Extractor.pipe`."""
    for name, number in (("workers", workers), ("batch_size", batch_size)):
        if not isinstance(number, int) or number < 1:
            raise ValueError(f"{name} must be an int of 1 or more, not {number!r}")
    record = is_record(on_error)
    if not as_tuples:
        return _documents(extractor, texts, workers, batch_size, record)
    waiting: collections.deque[Any] = collections.deque()
    return ((document, waiting.popleft()) for document in _documents(extractor, _parted(texts, waiting), workers, batch_size, record))


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


def _documents(extractor: Extractor, texts: Iterable[Any], workers: int, batch_size: int, record: bool) -> Iterator[Document]:
    if workers == 1:
        return (_read(extractor, text, record) for text in texts)
    return _spread(extractor, _batched(texts, batch_size), workers, record)


def _batched(texts: Iterable[Any], size: int) -> Iterator[list[Any]]:
    texts = iter(texts)
    while batch := list(itertools.islice(texts, size)):
        yield batch


def _spread(extractor: Extractor, batches: Iterator[list[Any]], workers: int, record: bool) -> Iterator[Document]:
    """A few batches at a time to the workers, who go on while documents are taken; neither texts nor documents pile up here."""
    from joblib.externals.loky import get_reusable_executor  # type: ignore[import-untyped]  # it has no types

    parcel = pack(extractor)
    pool = get_reusable_executor(max_workers=workers)
    waiting: collections.deque[Any] = collections.deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_read_batch, parcel, batch, record))
            if len(waiting) >= workers * BATCHES_AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        for task in waiting:
            task.cancel()


def _read_batch(parcel: Parcel, texts: list[Any], record: bool) -> list[Document]:
    extractor = parcel.extractor()
    return [_read(extractor, text, record) for text in texts]


def _read(extractor: Extractor, text: Any, record: bool) -> Document:
    try:
        return extractor.extract(text)
    except Exception as error:
        if not record:
            raise
        return Document(text if isinstance(text, str) else "", warnings=(in_words(error),))


def in_words(error: Exception) -> str:
    """What went wrong with a text, as it is recorded."""
    return f"{type(error).__name__}: {error}"
