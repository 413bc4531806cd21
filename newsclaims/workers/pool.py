"""The processes that work for this one. They end with it, however it ends, and nothing that is typed at a terminal reaches them.

The processes are loky's, which takes functions of scripts and notebooks by value and tells of a process that was killed.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from loky import ProcessPoolExecutor  # type: ignore[import-untyped]  # it has no types

IDLE = 10  # seconds after which a process without work ends
TOLD = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGALRM") if hasattr(signal, name)}
WATCH = 1.0  # seconds between two looks at whether the parent is still there

P = ParamSpec("P")
T = TypeVar("T")


class Pools:
    """A pool for each number of processes that was asked for, so that a call with another number ends nobody's processes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._owner = os.getpid()
        self._pools: dict[int, ProcessPoolExecutor] = {}
        self._ender: Ender | None = None

    def submit(self, workers: int, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Gives work to one of so many processes; new ones are there where the old have been killed."""
        with self._lock:
            if workers not in self._pools:
                _begin_trackers()
            return self._given(workers, work, *args, **kwargs)

    def _given(self, workers: int, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        with _unreached():
            try:
                task: Future[T] = self._pool(workers).submit(work, *args, **kwargs)
            except (BrokenExecutor, RuntimeError):  # killed just now, or shut down by somebody else
                del self._pools[workers]
                task = self._pool(workers).submit(work, *args, **kwargs)
        return task

    def _pool(self, workers: int) -> ProcessPoolExecutor:
        from loky import ProcessPoolExecutor

        if self._owner != os.getpid():  # this process was forked: the pools are its parent's
            self._owner, self._pools, self._ender = os.getpid(), {}, None
        if workers not in self._pools:
            atexit.register(self.stop)  # once is enough, and more often does no harm
            self._ender = self._ender or Ender()
            self._pools[workers] = ProcessPoolExecutor(workers, timeout=IDLE, initializer=end_with, initargs=(os.getpid(),))
        return self._pools[workers]

    def stop(self, *, within: float | None = None) -> bool:
        """Ends all processes now, whatever they do; says whether that was done in so many seconds (``None``: however long it takes)."""
        pools, self._pools = self._pools, {}
        ender, self._ender = self._ender, None
        if not pools or ender is None or self._owner != os.getpid():
            return True
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # how it kills is loky's affair
            return ender(list(pools.values()), within)


class Ender:
    """A thread that ends pools when it is told to. It is there before it is needed: where memory is short, none can be begun any more."""

    def __init__(self) -> None:
        self._told, self._done = threading.Event(), threading.Event()
        self._pools: list[ProcessPoolExecutor] = []
        threading.Thread(target=self._wait, daemon=True, name="newsclaims-ender").start()

    def __call__(self, pools: list[ProcessPoolExecutor], within: float | None) -> bool:
        """Ends all processes of some pools; says whether that was done in so many seconds."""
        self._pools = pools
        self._told.set()
        return self._done.wait(within)

    def _wait(self) -> None:
        self._told.wait()
        for pool in self._pools:
            pool.shutdown(wait=True, kill_workers=True)
        self._done.set()


POOLS = Pools()
"""Those of this process, as processes cost a third of a second each and are used again."""


def end_with(parent: int) -> None:
    """Called in a new process: it ends when its parent has ended, which a killed parent cannot tell it."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, TOLD - {signal.SIGINT})
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    wait = threading.Event().wait
    while os.name == "nt" or os.getppid() == parent:  # Windows gives no other parent to a process that has lost its own
        wait(WATCH)
    os._exit(1)


def _begin_trackers() -> None:
    """Begins the processes that look after what the others share: where they begin, signals that are held back are let through again."""
    from multiprocessing import resource_tracker

    from loky.backend import resource_tracker as of_loky  # type: ignore[import-untyped]  # it has no types

    resource_tracker.ensure_running()
    of_loky.ensure_running()


@contextlib.contextmanager
def _unreached() -> Iterator[None]:
    """No signal cuts through the beginning of a process, and the interrupt that is typed for this one never reaches it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, TOLD)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
