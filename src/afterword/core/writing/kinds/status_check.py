"""The status check by e-mail: rule C where a call is unwelcome. It asks once, kindly, and says what still interests."""

from collections.abc import Iterator
from dataclasses import replace

from afterword.core.facts import Case, LetterKind, PersonId, Relation
from afterword.core.writing.idea import Understanding
from afterword.core.writing.kinds.page import Material, Page, page_for, settled
from afterword.core.writing.kinds.profile import told_of
from afterword.core.writing.letter import Letter
from afterword.core.writing.offers import offers
from afterword.core.writing.voice import Voice

#: Who is asked about the work itself, as on the telephone; others are written to about what they told of the place.
_OF_THE_WORK = frozenset({Relation.HIRING_MANAGER, Relation.EXECUTIVE})


def write_status_check(case: Case, understanding: Understanding, *, to: PersonId, voice: Voice) -> Letter:
    """One status check; the promised date is named when there is one."""
    page = page_for(case, understanding, to=to, voice=voice, kind=LetterKind.STATUS_CHECK)
    return settled(page, _compose, _challenges(page))


def _challenges(page: Page) -> Iterator[Material]:
    """What a call would offer help with, each beside the result that answers it."""
    if page.person.relation not in _OF_THE_WORK:
        return
    ideas = page.understanding.of(page.person.id)
    named = {idea.raw: idea for idea in page.ideas()}
    for offer in offers(page.case, page.person, ideas):
        if offer.idea.raw in named:
            proof = told_of(offer.proof, page.case.candidate) if offer.proof else None
            yield Material(offer.idea, proof=proof)


def _compose(page: Page, made_of: Material) -> Letter:
    alone = replace(made_of, proof=None)
    last = page.sentence("offer", Material(proof=made_of.proof)) if made_of.proof else page.sentence("close")
    return page.letter(
        subject=page.frame("subject"),
        paragraphs=(
            (page.sentence("thank"), page.sentence("ask")),
            (page.sentence("interest", alone), last),
        ),
    )
