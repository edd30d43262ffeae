"""The plan in plain words, as a tired person reads it: what presses first, each with its reason."""

from collections.abc import Iterator
from datetime import datetime

from afterword.cli.answer import paragraph
from afterword.core.facts import Facts, LetterKind
from afterword.core.protocol.steps import Act, Plan, State, Step

HEADS = ((State.LATE, "Late"), (State.OPEN, "Now"), (State.LATER, "Later"), (State.DONE, "Done"))

LETTERS = {
    LetterKind.THANK_YOU: "Thank {name}",
    LetterKind.STATUS_CHECK: "Ask {name} by mail how things stand",
    LetterKind.FEEDBACK_REQUEST: "Ask {name} for feedback",
    LetterKind.CONNECTION_NOTE: "Send {name} a note on LinkedIn",
    LetterKind.WITHDRAWAL: "Tell {name} that you withdraw",
    LetterKind.HELPER_THANKS: "Thank {name} for the help",
}
ACTS = {
    Act.WRITE: "Write to {name}",
    Act.CALL: "Call {name}",
    Act.FIND_ADDRESS: "Find the address of {name}",
    Act.ASK_QUESTIONS: "Choose questions for {name}",
    Act.KEEP_IN_TOUCH: "Keep in touch with {name}",
    Act.HUNT: "This week's hunt",
    Act.KEEP_PROMISE: "Keep your promise to {name}",
    Act.CONFIRM: "Decide about {name}",
}
AIMS = {
    "applications": "Applications",
    "new_contacts": "New people",
    "keep_in_touch": "Kept in touch",
    "seminars": "Seminars in view",
    "recruiters": "Recruiters",
    "cards": "Cards given",
}


def print_plan(plan: Plan, *, facts: Facts) -> None:
    """Steps by what presses, the week's hunt in a few lines, then what was dropped and why."""
    names = {person.id: person.name for person in facts.people}
    companies = {known.id: known.company for known in facts.opportunities}
    steps = [step for step in plan.steps if step.act is not Act.HUNT]
    for state, head in HEADS:
        chosen = [step for step in steps if step.state is state]
        if chosen:
            print(head)
        for step in chosen:
            name = names.get(step.person, "") if step.person else ""
            name = name or (companies.get(step.opportunity, "") if step.opportunity else "") or "them"
            print_step(step, name=name)
    if not any(step.state in (State.LATE, State.OPEN) for step in steps):
        print("Nobody waits for a word from you now.\n")
    for line in week_lines(plan):
        print(line)
    if plan.dropped:
        print("Not offered, and why")
        for dropped in plan.dropped:
            print(paragraph(dropped.reason, indent="  "))


def print_step(step: Step, *, name: str) -> None:
    """What to do and by when, then why."""
    print(f"  {title(step, name=name)}{limit(step)}")
    print(paragraph(step.reason, indent="    "))
    print()


def title(step: Step, *, name: str) -> str:
    """What to do, in a few words."""
    words = LETTERS[step.letter] if step.act is Act.WRITE and step.letter else ACTS[step.act]
    return words.format(name=name)


def limit(step: Step) -> str:
    """The one time that matters for a step as it stands, in the recipient's zone."""
    if step.state is State.LATER and step.opens:
        return f", from {day_and_hour(step.opens)}"
    if step.state in (State.OPEN, State.LATE) and step.due:
        return f", by {day_and_hour(step.due)}"
    return ""


def week_lines(plan: Plan) -> Iterator[str]:
    """How the week stands: each aim that is behind, with the next concrete thing."""
    yield f"This week, from Monday {plan.week.monday.day} {plan.week.monday:%B}"
    if plan.week.stopped:
        yield paragraph(plan.week.stopped, indent="  ")
    for aim in plan.week.progress:
        if aim.done < aim.target:
            words = f"{AIMS[aim.aim]}: {aim.done} of {aim.target}. {capital(aim.next_thing)}"
            yield paragraph(words, indent="  ")
    yield ""


def capital(sentence: str) -> str:
    """The sentence with a capital first letter and a full stop."""
    return f"{sentence[:1].upper()}{sentence[1:].rstrip('.')}."


def day_and_hour(at: datetime) -> str:
    """A moment as people say it, with its zone so that it is never misread."""
    return f"{at:%a} {at.day} {at:%b %Y %H:%M %Z}".rstrip()
