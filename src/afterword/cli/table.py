"""Every command: its name, the module that holds it and the line the help shows.

Only this table is read to print the help; a command's module is imported when the command runs.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One command, or a group of them; ``module`` (below ``afterword``) defines its function ``command``.

    A command that joins two faces, as serving does, lives in the outermost room, so it is named, not imported.
    """

    name: str
    what: str
    module: str = ""
    rows: tuple["Row", ...] = ()
    stored: bool = False  # its module speaks of the store, which is made ready first


TABLE: tuple[Row, ...] = (
    Row("today", "Whom do I owe a word, by when, and why.", "cli.today", stored=True),
    Row("debrief", "Tell what each interviewer said, in two minutes.", "cli.debrief", stored=True),
    Row(
        "add",
        "Keep an invitation, an interview, a reply or an outcome.",
        rows=(
            Row("invite", "Import invitations and confirm what was read.", "cli.add_invite", stored=True),
            Row("interview", "Ask for one interview and keep it.", "cli.add_interview", stored=True),
            Row("reply", "Record a word that came back.", "cli.add_reply", stored=True),
            Row("outcome", "Record how an opportunity stands.", "cli.add_outcome", stored=True),
        ),
    ),
    Row("plan", "Show the derived plan for a case file.", "cli.plan"),
    Row("draft", "Write the letters for a case file; nothing is stored.", "cli.draft"),
    Row("call", "Show the card for a status call, from a case file.", "cli.call"),
    Row("proof", "Proofread a text.", "cli.proof"),
    Row(
        "read",
        "Show what is understood from a file or a sentence.",
        rows=(
            Row("invite", "Read calendar invitations.", "cli.read_invite"),
            Row("date", "Read the day a sentence promises an answer by.", "cli.read_date"),
        ),
    ),
    Row("serve", "Serve the pages on this machine (what happens without a command).", "project.serve"),
    Row("demo", "Serve a filled sample workspace that touches nothing of yours.", "project.demo"),
    Row("export", "Write everything you have in open formats.", "cli.export", stored=True),
    Row("import", "Fill a blank workspace from an export.", "cli.import_", stored=True),
    Row("backup", "Make a verified copy of your workspace now.", "cli.backup"),
    Row("restore", "Put a backup in place of your workspace.", "cli.restore"),
    Row("doctor", "Say what is well and what is not.", "cli.doctor"),
)
