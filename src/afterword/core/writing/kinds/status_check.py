"""The status check by e-mail: rule C where a call is unwelcome. It asks once, kindly, and says what still interests."""

from afterword.core.facts import Case, LetterKind, PersonId
from afterword.core.writing.idea import Understanding
from afterword.core.writing.kinds.page import Material, Page, page_for, settled
from afterword.core.writing.kinds.profile import answered, proof_for
from afterword.core.writing.letter import Letter
from afterword.core.writing.voice import Voice


def write_status_check(case: Case, understanding: Understanding, *, to: PersonId, voice: Voice) -> Letter:
    """One status check; the promised date is named when there is one."""
    page = page_for(case, understanding, to=to, voice=voice, kind=LetterKind.STATUS_CHECK)
    return settled(page, _compose)


def _compose(page: Page, made_of: Material) -> Letter:
    candidate, idea = page.case.candidate, made_of.idea
    proof = proof_for(candidate, idea) if idea and answered(candidate, idea) else None
    last = page.sentence("offer", Material(proof=proof)) if proof else page.sentence("close")
    return page.letter(
        subject=page.frame("subject"),
        paragraphs=(
            (page.sentence("thank"), page.sentence("ask")),
            (page.sentence("interest", made_of), last),
        ),
    )
