"""``python -m afterword``: the program's one entrance."""

import sys


def main() -> None:
    """Run one command. The version is answered before anything else is imported."""
    words = sys.argv[1:]
    if words == ["--version"]:
        from afterword import __version__

        print(f"afterword {__version__}")
        return
    from afterword.cli.run import run

    sys.exit(run(words))


if __name__ == "__main__":
    main()
