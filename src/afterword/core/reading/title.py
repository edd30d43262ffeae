"""Who answers for a decision: by what a person is to the application, or by what their title says they are.

Invitations name people and never what they are, so most of them stay "not sure" on record. Their titles still
tell a finance director from an analyst; what a title suggests is used to choose whom to ask, and is never kept.
"""

import re
from collections.abc import Sequence

from afterword.core.facts import Person, Relation

#: Asked after those of the wanted relations and after the recruiter on record, in this order.
_THE_REST = (
    Relation.HIRING_MANAGER,
    Relation.EXECUTIVE,
    Relation.RECRUITER,
    Relation.HR,
    Relation.OTHER,
    Relation.PEER,
    Relation.NETWORK,
    Relation.COORDINATOR,
)
#: The first that fits decides: an HR director decides nothing about an accountant, an executive assistant is none.
_TITLES = (
    (Relation.COORDINATOR, r"\b(?:assistant to|(?:executive|personal|office|administrative) assistant|coordinator|scheduler)\b"),
    (Relation.HR, r"\b(?:hr|hrbp|human resources|people|talent|recruit(?:er|ing|ment)|sourcer|staffing)\b"),
    (Relation.EXECUTIVE, r"\b(?:chief|c[efoa]o|president|[se]?vp|founder|co-founder|owner|managing director)\b"),
    (Relation.HIRING_MANAGER, r"\b(?:manager|director|head|controller|comptroller|treasurer|supervisor|partner|principal|leader|lead|bursar)\b"),
)  # fmt: skip
_READ = tuple((relation, re.compile(pattern, re.IGNORECASE)) for relation, pattern in _TITLES)


def likely_relation(person: Person) -> Relation:
    """What somebody is to the application: as the user said, else as the title suggests, else OTHER."""
    if person.relation is not Relation.OTHER:
        return person.relation
    return next((relation for relation, said in _READ if said.search(person.title)), Relation.OTHER)


def asked_after(
    person: Person, order: Sequence[Relation], *, ago: int = 0
) -> tuple[bool, int, bool, int, str]:
    """How far down the list of those to ask somebody is: the smaller, the sooner.

    People marked "do not contact" come last; the others by the place of their relation in ``order``, what was
    said before what a title suggests, those met last (``ago`` interviews ago) first, and then by their ids,
    which follow the order in which people were added. The recruiter on record has a place of their own:
    :func:`recruiter_asked_after`.
    """
    likely = likely_relation(person)
    place = order.index(likely) if likely in order else len(order) + 1 + _THE_REST.index(likely)
    return person.do_not_contact, place, likely is not person.relation, ago, person.id


def recruiter_asked_after(recruiter: Person, order: Sequence[Relation]) -> tuple[bool, int, bool, int, str]:
    """The place of an opportunity's recruiter: after everybody of the wanted relations, before all others."""
    return recruiter.do_not_contact, len(order), False, 0, recruiter.id
