"""The arrangements of a letter: the order of its moves, by which of its points the candidate's result answers.

"/" begins a paragraph; a move without matter falls away. ``open`` thanks and tells the lead in one sentence, ``leads``
tells two points at once, ``leadtie`` and ``secondtie`` a point with the result that answers it, ``tienext`` a result with
the wish to talk on.
"""

RELATED_LEAD = (
    "thank leadtie / second connect promise next",
    "thank lead tie / second connect promise next",
    "open tie / second connect promise next",
    "open tie second / connect promise next",
    "thank leadtie second / connect promise next",
    "thank lead tie second / connect promise next",
    "thank / leadtie second / connect promise next",
    "thank connect / leadtie second / promise next",
)
RELATED_SECOND = (
    "thank lead / secondtie connect / promise next",
    "open secondtie / connect promise next",
    "thank leads tie / connect promise next",
    "open / secondtie connect / promise next",
    "thank lead secondtie / connect promise next",
    "thank secondtie / lead connect / promise next",
    "thank connect / lead secondtie / promise next",
)
UNRELATED = (
    "thank lead second / connect promise tienext",
    "open second / connect promise tienext",
    "thank leads / connect tie promise next",
    "open / second connect / promise tienext",
    "thank lead / second connect / promise tienext",
    "thank connect / lead second / promise tienext",
    "open second connect / tie promise next",
    "thank lead second / connect tie promise next",
)


def orders_for(answers: int) -> tuple[str, ...]:
    """The arrangements for a letter whose result answers the point at this place, -1 for none."""
    return {0: RELATED_LEAD, 1: RELATED_SECOND}.get(answers, UNRELATED)
