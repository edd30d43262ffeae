"""The withdrawal of rule O: polite, brief, and without a reason that could hurt."""

from afterword.core.facts import Case, LetterKind, PersonId
from afterword.core.writing.idea import Understanding
from afterword.core.writing.kinds.page import Material, Page, page_for, settled
from afterword.core.writing.letter import Letter
from afterword.core.writing.voice import Voice


def write_withdrawal(case: Case, understanding: Understanding, *, to: PersonId, voice: Voice) -> Letter:
    """One withdrawal; it says what was good about meeting, and wishes well."""
    page = page_for(case, understanding, to=to, voice=voice, kind=LetterKind.WITHDRAWAL)
    return settled(page, _compose)


def _compose(page: Page, made_of: Material) -> Letter:
    return page.letter(
        subject=page.frame("subject"),
        paragraphs=((page.sentence("withdraw"),), (page.sentence("thank", made_of), page.sentence("wish"))),
    )
