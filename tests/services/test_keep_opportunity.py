"""An opportunity is added once, changed in place, and found by company and role."""

from datetime import date

import pytest

from afterword.core.errors import BadInput, NotFound
from afterword.services.keep_interview import add_interview
from afterword.services.keep_opportunity import OpportunityGiven, keep_opportunity, place_opportunity
from afterword.services.page_id import page_id
from afterword.store.facts import load_facts
from services.interviews import given

CFO = OpportunityGiven(company=" Rowan Dairy ", role=" CFO ", applied_on=date(2026, 11, 2))


def test_names_are_kept_without_the_blanks_around_them(workspace, ids):
    keep_opportunity(CFO, owner=workspace, ids=ids)
    (kept,) = load_facts(workspace).opportunities
    assert (kept.company, kept.role, kept.applied_on) == ("Rowan Dairy", "CFO", date(2026, 11, 2))


def test_a_page_sent_twice_keeps_one(workspace, ids):
    fresh = ids.new()
    for _ in range(2):
        assert keep_opportunity(CFO, owner=workspace, ids=ids, opportunity=fresh) == fresh
    assert len(load_facts(workspace).opportunities) == 1


def test_who_decides_must_be_on_record(workspace, ids):
    add_interview(given(), owner=workspace, ids=ids)
    facts = load_facts(workspace)
    about, luis = facts.opportunities[0].id, facts.people[0].id
    keep_opportunity(OpportunityGiven("A", "B", contact=luis), owner=workspace, ids=ids, opportunity=about)
    assert load_facts(workspace).opportunities[0].contact == luis
    with pytest.raises(NotFound):
        keep_opportunity(OpportunityGiven("A", "B", contact="f" * 32), owner=workspace, ids=ids)


@pytest.mark.parametrize(("company", "role"), [("", "CFO"), ("Rowan", " "), ("", "")])
def test_company_and_role_are_both_needed(workspace, ids, company, role):
    with pytest.raises(BadInput):
        keep_opportunity(OpportunityGiven(company, role), owner=workspace, ids=ids)
    with pytest.raises(BadInput):
        place_opportunity(company=company, role=role, opportunities=(), ids=ids)


def test_another_role_at_the_same_company_is_another_opportunity(workspace, ids):
    keep_opportunity(CFO, owner=workspace, ids=ids)
    known = load_facts(workspace).opportunities
    same = place_opportunity(company="rowan dairy", role="cfo", opportunities=known, ids=ids)
    other = place_opportunity(company="Rowan Dairy", role="Controller", opportunities=known, ids=ids)
    assert same == known[0]
    assert other.id != known[0].id


@pytest.mark.parametrize(
    ("text", "kept"), [("a" * 32, True), ("", False), ("A" * 32, False), ("a" * 33, False), ("../etc", False)]
)
def test_only_an_id_of_ours_is_taken_from_a_page(ids, text, kept):
    assert (page_id(text, ids) == text) is kept
