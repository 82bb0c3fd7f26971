"""`python -m provenance`: the same as the console script."""

from provenance.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
