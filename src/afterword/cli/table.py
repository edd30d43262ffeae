"""Every command: its name, the module that holds it and the line the help shows.

Only this table is read to print the help; a command's module is imported when the command runs.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One command, or a group of them; ``module`` is the file in this package that defines ``command``."""

    name: str
    what: str
    module: str = ""
    rows: tuple["Row", ...] = ()


TABLE: tuple[Row, ...] = (
    Row("plan", "Show the derived plan for a case file.", "plan"),
    Row("draft", "Write the letters for a case file; nothing is stored.", "draft"),
    Row("call", "Show the card for a status call, from a case file.", "call"),
    Row("proof", "Proofread a text.", "proof"),
    Row(
        "read",
        "Show what is understood from a file or a sentence.",
        rows=(
            Row("invite", "Read calendar invitations.", "read_invite"),
            Row("date", "Read the day a sentence promises an answer by.", "read_date"),
        ),
    ),
)
