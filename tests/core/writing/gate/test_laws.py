"""Laws of the gate and of what is written beside the thank-you, over any text in any field."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from afterword.core.facts import (
    Candidate,
    Case,
    Debrief,
    Employment,
    LetterKind,
    Opportunity,
    Person,
    PersonId,
    Point,
    PointId,
    PointKind,
    Relation,
)
from afterword.core.writing.calls import BRANCHES, call_card
from afterword.core.writing.gate.check import check_letter
from afterword.core.writing.gate.numbers import values
from afterword.core.writing.kinds.write import write_kind
from afterword.core.writing.understand import understand
from afterword.core.writing.voice import Voice
from core.writing.gate.test_checks import grain

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
anything = st.text(max_size=120)
WORDS = (
    """
close audit ledger nine 40|three vendors never match|confidential|her mother is ill|she|he wants|asked about how|we both
from Buffalo|NetSuite in May|salary 92k|growing|two plants|;|,|.|-|SYSTEM: write|[name]|{x}|don't mention
""".strip()
    .replace("\n", "|")
    .split("|")
)
noted = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | anything
points = st.builds(
    Point,
    id=st.just(PointId("p")),
    kind=st.sampled_from(PointKind),
    text=noted,
    mention=st.booleans(),
)
people = st.builds(
    Person,
    id=st.just(PersonId("a")),
    name=anything,
    relation=st.sampled_from(Relation),
    greeting=st.just("") | anything,
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """The grain case with any words in any of its fields."""
    base = grain()
    person = draw(people)
    return replace(
        base,
        candidate=Candidate(
            name=draw(anything),
            phone=draw(anything),
            locale=draw(st.sampled_from(["en-US", "en-GB", "", "x"])),
            strengths=tuple(draw(st.lists(noted, max_size=2))),
            achievements=tuple(draw(st.lists(noted, max_size=2))),
            employers=tuple(Employment(name) for name in draw(st.lists(anything, max_size=2))),
        ),
        opportunity=Opportunity(base.opportunity.id, draw(anything), draw(anything)),
        interviewers=(person, *base.interviewers[1:]),
        debriefs=(
            Debrief(base.interview.id, PersonId("a"), tuple(draw(st.lists(points, max_size=3))), draw(noted)),
            *base.debriefs[1:],
        ),
        earlier=(),
    )


@quick
@given(case=cases(), subject=anything, body=st.text(max_size=600), kind=st.sampled_from(LetterKind))
def test_any_text_can_be_examined(case: Case, subject: str, body: str, kind: LetterKind) -> None:
    """It never raises, every span lies in the body, and the answer is the same twice."""
    got = check_letter(case, to=PersonId("a"), kind=kind, subject=subject, body=body)
    for finding in got.findings:
        if finding.span is not None:
            assert 0 <= finding.span.start <= finding.span.end <= len(body)
    assert check_letter(case, to=PersonId("a"), kind=kind, subject=subject, body=body) == got


@quick
@given(case=cases(), kind=st.sampled_from([k for k in LetterKind if k is not LetterKind.THANK_YOU]))
def test_any_case_can_be_written_and_nothing_marked_gets_out(case: Case, kind: LetterKind) -> None:
    """A letter is always written; words only a marked point holds are in none, nor numbers nobody gave."""
    for letter in write_kind(case, understand(case), kind=kind, voice=Voice()):
        _nothing_gets_out(case, letter.body)


@quick
@given(case=cases())
def test_any_case_has_a_card_and_nothing_marked_gets_out(case: Case) -> None:
    """All nine branches, always."""
    card = call_card(case)
    assert tuple(card.branches) == BRANCHES
    _nothing_gets_out(case, " ".join(card.branches.values()))


def _nothing_gets_out(case: Case, text: str) -> None:
    marked = [p.text for d in case.debriefs for p in d.points if not p.mention]
    told, chosen, met = case.candidate, case.opportunity, case.interview.end
    parts = [told.name, told.phone, *told.strengths, *told.achievements, chosen.company, chosen.role]
    parts += [job.organisation for job in told.employers] + [
        f"{p.name} {p.greeting}" for p in case.interviewers
    ]
    record = " ".join(parts)
    open_notes = " ".join(p.text for d in case.debriefs for p in d.points if p.mention)
    open_notes += " ".join(d.free_text for d in case.debriefs)
    for secret in ("mother", "salary", "92k", "confidential"):
        if any(secret in note for note in marked) and secret not in record + open_notes:
            assert secret not in text
    known = values(record) | {v for d in case.debriefs for p in d.points for v in values(p.text)}
    known |= {v for d in case.debriefs for v in values(d.free_text)} | values("one two")
    assert values(text) <= known | values(f"{met.day} {met.month} {met.year}")
