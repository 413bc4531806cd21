"""``python -m newsclaims`` is the ``newsclaims`` command."""

from newsclaims.cli import main

if __name__ == "__main__":
    main(prog_name="newsclaims")
