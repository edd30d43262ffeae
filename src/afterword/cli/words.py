"""The arguments and options several commands share, so that they read the same everywhere."""

from typing import Annotated

import typer

Json = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
All = Annotated[
    bool, typer.Option("--all", help='The file holds {"cases": [{"id", "input"}]}; answers JSON keyed by id.')
]
Lines = Annotated[
    bool, typer.Option("--lines", help="Read JSON lines from standard input, answer in JSON lines.")
]
CaseFile = Annotated[str, typer.Argument(metavar="CASE.json", help="A case file; - is standard input.")]
Now = Annotated[
    str,
    typer.Option(
        "--now", metavar="T", help="The moment to plan for (ISO 8601). Without it, the clock is asked."
    ),
]
For = Annotated[
    str,
    typer.Option(
        "--for", metavar="WORDS", help="Which opportunity: words of its company or role, or its id."
    ),
]
