"""``python -m newsclaims`` is the ``newsclaims`` command, which begins here."""

from __future__ import annotations

import signal

from newsclaims.interrupts import at_once


def run() -> None:
    """Runs the command. Ctrl-C ends it without a message also while it is read from disk, and when it is over but its process is not."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, at_once)
    from newsclaims.cli import main

    main(prog_name="newsclaims")


if __name__ == "__main__":
    run()
