"""Thanks to somebody who helped on the way (rule O), with the news when there is some."""

from afterword.core.facts import Case, LetterKind, Outcome, PersonId
from afterword.core.writing.idea import Understanding
from afterword.core.writing.kinds.page import Material, Page, page_for, settled
from afterword.core.writing.letter import Letter
from afterword.core.writing.voice import Voice


def write_helper_thanks(case: Case, understanding: Understanding, *, to: PersonId, voice: Voice) -> Letter:
    """One letter of thanks; it tells of the new job only once it is accepted."""
    page = page_for(case, understanding, to=to, voice=voice, kind=LetterKind.HELPER_THANKS)
    return settled(page, _compose)


def _compose(page: Page, made_of: Material) -> Letter:
    news = page.sentence("news", part="accepted" if page.case.outcome is Outcome.ACCEPTED else "underway")
    return page.letter(
        subject=page.frame("subject"),
        paragraphs=((news, page.sentence("help", made_of)), (page.sentence("door"),)),
    )
