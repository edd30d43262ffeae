"""What to ask the user when nothing specific is known about a conversation: at most three short questions."""

from afterword.core.facts import Person, Relation
from afterword.core.writing.greeting import greeting_name
from afterword.core.writing.idea import Idea

_QUESTIONS = {
    Relation.HIRING_MANAGER: ("What did {name} say is the hard part of the job?", "What did {name} ask you that made you think?", "Is there anything the two of you have in common?"),
    Relation.PEER: ("Which tool or part of the work did {name} talk about?", "What does {name} like about the team?", "Is there anything the two of you have in common?"),
    Relation.HR: ("What happens next, and when, according to {name}?", "What did {name} say about how people work there?", "What did {name} ask you?"),
    Relation.EXECUTIVE: ("Where did {name} say the company is heading?", "What did {name} ask you?", "What matters most to {name} in this role?"),
}  # fmt: skip


def questions_to_user(person: Person, ideas: tuple[Idea, ...]) -> tuple[str, ...]:
    """Up to three questions, none when something specific is known."""
    if ideas:
        return ()
    name = greeting_name(person)
    return tuple(
        q.format(name=name) for q in _QUESTIONS.get(person.relation, _QUESTIONS[Relation.HIRING_MANAGER])
    )
