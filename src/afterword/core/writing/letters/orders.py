"""The arrangements of a letter: the order of its moves, by which of its points the candidate's result answers.

"/" begins a paragraph; a move without matter falls away. ``open`` thanks and tells something in one sentence, ``leads``
tells two points at once, ``leadtie`` and ``secondtie`` a point with the result that answers it, ``leadstie`` all three,
``tienext`` a result with the wish to talk on, ``third`` one point more where there is room.
"""

from afterword.core.facts import Relation

RELATED_LEAD = (
    "thank leadtie second third / connect promise next",
    "thank leadtie / second connect promise next",
    "thank lead tie second third / connect promise next",
    "thank leadstie third / connect promise next",
    "open tie second third / connect promise next",
    "thank leadtie second / connect third promise next",
    "thank leadtie third second / connect promise next",
    "thank connect / leadtie second third / promise next",
)
RELATED_SECOND = (
    "thank lead secondtie third / connect promise next",
    "thank leads tie third / connect promise next",
    "thank leadstie third / connect promise next",
    "open secondtie third / connect promise next",
    "thank lead / secondtie connect promise next",
    "thank lead secondtie / connect third promise next",
)
UNRELATED = (
    "thank lead second tie / connect promise next",
    "thank leads tie third / connect promise next",
    "open second tie / connect promise next",
    "thank lead second third / connect promise tienext",
    "thank lead tie / second connect promise next",
    "open second third / connect promise tienext",
    "thank lead second third tie / connect promise next",
    "thank connect / lead second tie / promise next",
)

#: To those who run the process: the steps first, what they need of the candidate, one thing about working there.
PROCESS = (
    "thank lead second / connect promise notice next",
    "thank lead / second connect promise notice next",
    "thank lead promise / second notice connect next",
)
AGENCY = (
    "thank promise lead / second tie notice next",
    "thank promise / lead second tie notice next",
    "thank lead promise / second tie notice next",
)


def orders_for(answers: int, reader: Relation) -> tuple[str, ...]:
    """The arrangements for a reader and a letter whose result answers the point at this place, -1 for none."""
    if reader is Relation.RECRUITER:
        return AGENCY
    if reader in {Relation.HR, Relation.COORDINATOR}:
        return PROCESS
    return {0: RELATED_LEAD, 1: RELATED_SECOND}.get(answers, UNRELATED)
