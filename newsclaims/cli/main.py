"""The ``newsclaims`` command. Only click is imported before a command runs."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Any

import click

from newsclaims.cli.audit import audit
from newsclaims.cli.claims import claims
from newsclaims.cli.evaluate import evaluate
from newsclaims.cli.explain import explain
from newsclaims.cli.extract import extract
from newsclaims.cli.mcp import mcp
from newsclaims.cli.rules import rules
from newsclaims.cli.sample import sample
from newsclaims.cli.verify import verify
from newsclaims.interrupts import INTERRUPTED, at_once

PIPE_CLOSED = 141  # what a shell reports for a command whose reader has gone
BY_SIGNAL = 128  # and, with the number of the signal, for one that was told to end
ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
REMINDER = getattr(signal, "SIGALRM", None)
AGAIN, PATIENCE = 3.0, 10.0  # seconds
POOL = "newsclaims.workers.pool"


class Ended(BaseException):
    """The process was told to end; ``number`` is the signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class QuietGroup(click.Group):
    """Ends without a message on Ctrl-C, when it is told to, and when whoever reads the output has gone (``newsclaims ... | head``).

    However it ends, its processes end with it, and a file that is not whole is removed.
    """

    def invoke(self, ctx: click.Context) -> Any:  # noqa: D102 - as in click
        try:
            with _told_to_end():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            ctx.exit(PIPE_CLOSED)
        except Ended as ended:
            ctx.exit(BY_SIGNAL + ended.number)


@contextlib.contextmanager
def _told_to_end() -> Iterator[None]:
    """Makes the signals to end an exception, so that what was begun is tidied up; then ends the processes, undisturbed by more of them."""
    if threading.current_thread() is not threading.main_thread():  # signals are the affair of the program that calls this
        yield
        return

    told: list[int] = []

    def end(number: int, _: FrameType | None) -> None:
        told.append(number)
        if REMINDER is not None:  # an exception that comes in a destructor is swallowed: it is raised again
            signal.setitimer(signal.ITIMER_REAL, AGAIN, AGAIN)
        if told[0] == signal.SIGINT:
            raise KeyboardInterrupt
        raise Ended(told[0])

    def unheard(unraisable: sys.UnraisableHookArgs) -> None:
        if not isinstance(unraisable.exc_value, (KeyboardInterrupt, Ended)):
            printed(unraisable)

    printed, sys.unraisablehook = sys.unraisablehook, unheard
    usual = (signal.SIG_DFL, signal.default_int_handler, at_once)
    signals = [*ENDING, signal.SIGINT, *([] if REMINDER is None else [REMINDER])]
    before = {number: signal.signal(number, end) for number in signals if signal.getsignal(number) in usual}
    try:
        yield
    finally:
        if REMINDER is not None:
            signal.setitimer(signal.ITIMER_REAL, 0)
        for number in before:
            signal.signal(number, signal.SIG_IGN)
        stopped = POOL not in sys.modules or sys.modules[POOL].POOLS.stop(within=PATIENCE)
        for number, handler in before.items():
            signal.signal(number, handler)
        sys.unraisablehook = printed
        if told and not stopped:
            os._exit(BY_SIGNAL + told[0])  # the pool cannot be ended in good order; the processes are gone or will see that this one is


@click.group(cls=QuietGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsclaims")
def main() -> None:
    """What was said in news articles, and by whom.

    Files are UTF-8 text; "-" is standard input. Offsets count the characters of the file as it is, line ends unchanged,
    after a byte order mark if there is one.
    """


for command in (extract, claims, audit, sample, explain, verify, evaluate, rules, mcp):
    main.add_command(command)
