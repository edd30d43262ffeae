"""Fragments of the free box: goals, aims, growth, counts, lists and steps thumbed without their verb."""

import pytest

from afterword.core.writing.understand import understand
from core.writing.notes.cases import one_note


@pytest.mark.parametrize(
    ("note", "want"),
    [
        ("goal: one dashboard for all stores", "one dashboard for all stores"),
        ("goal one price list by end 2028", "one price list by the end of 2028"),
        ("target is a 6 day close", "a six-day close"),
        ("aim automate bank recs by q3", "to automate bank reconciliations by Q3"),
        ("target clean audit by june", "a clean audit by June"),
        ("dream: paperless by easter", "to be paperless by Easter"),
        ("main objective for 2027 is one vendor list", "one vendor list"),
    ],
)
def test_a_goal_is_what_they_want(note: str, want: str) -> None:
    assert [idea.want for idea in understand(one_note(note)).ideas] == [want]


@pytest.mark.parametrize(
    "note", ["goals are set by the board", "target prices change weekly", "goal documented by dec"]
)
def test_a_goal_that_is_spoken_of_is_none(note: str) -> None:
    assert not any(idea.want for idea in understand(one_note(note)).ideas)


@pytest.mark.parametrize(
    ("note", "want"),
    [
        ("board pack 80 slides, wants 12", "to bring the board pack from 80 slides to 12"),
        ("the close is on day 11. wants 6", "to bring the close from day 11 to day six"),
        ("billing lag 14 days. wants 3 by may", "to bring the billing lag from 14 days to three by May"),
        ("dso 61, wants 48", "to bring DSO from 61 to 48"),
        ("10-Q takes 25 days wants 18", "to bring the 10-Q from 25 days to 18"),
        ("capex approvals take 6 weeks, wants 2", "to bring CAPEX approvals from six weeks to two"),
        ("18 payrolls, wants 4", "to go from 18 payrolls to four"),
        ("too many accounts, wants them down to 60 accounts", "to get down to 60 accounts"),
    ],
)
def test_a_bare_number_that_is_wanted_takes_its_measure_from_before(note: str, want: str) -> None:
    assert want in [idea.want for idea in understand(one_note(note)).ideas]


@pytest.mark.parametrize(
    ("note", "topic"),
    [
        ("coo round next", "a COO round"),
        ("panel next wk then cfo", "a panel next week and a meeting with the CFO"),
        ("start on jan 18", "a start on January 18"),
        ("can start 4 jan", "a start on 4 January"),
        ("tell me by the 22nd", "a reply by the 22nd"),
        ("hear by 25", "a reply by the 25th"),
        ("will hear mon", "a reply on Monday"),
        ("3rd rd in person", "the third round in person"),
        ("skills test next", "a skills test"),
        ("wants a call w/ me tmrw 9", "a call at nine tomorrow"),
        ("trial day + 2 refs, hear by 20", "a trial day, two references and a reply by the 20th"),
        ("decision by 18, start 1 dec if yes", "a decision by the 18th and a start on 1 December"),
    ],
)
def test_what_comes_next_needs_no_verb(note: str, topic: str) -> None:
    ideas = understand(one_note(note)).ideas
    assert [(idea.kind.value, idea.topic) for idea in ideas] == [("next_step", topic)]


@pytest.mark.parametrize(
    "note", ["audit starts in january", "start of the year is busy", "new system starts in march"]
)
def test_what_starts_at_work_is_no_step(note: str) -> None:
    assert not any(idea.kind.value == "next_step" for idea in understand(one_note(note)).ideas)


@pytest.mark.parametrize(
    ("note", "question"),
    [
        ("asked which tools i no", "which tools I know"),
        ("asked weather i would move the ledger", "whether I would move the ledger"),
        ("asked how long i take to say idk", "how long I take to say I do not know"),
        ("asked about vendors/customers", "vendors and customers"),
    ],
)
def test_words_written_as_they_sound_are_put_right(note: str, question: str) -> None:
    assert [idea.question for idea in understand(one_note(note)).ideas] == [question]


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("claims come by forms/emails/calls", "claims come by forms, emails and calls"),
        ("cutoff/accruals/leases are the hard bits", "the cutoff, accruals and leases are the hard bits"),
    ],
)
def test_strokes_between_things_make_a_list(note: str, said: str) -> None:
    assert [idea.clause for idea in understand(one_note(note)).ideas] == [said]


@pytest.mark.parametrize(
    ("note", "topic"),
    [
        ("7 in team", "the team of seven"),
        ("12 in the dept", "the department of 12"),
        ("three on her team including her", "the team of three"),
        ("team of 6 in hull 2 in lima", "the team of six in Hull and two in Lima"),
        ("7 coders 3 remote", "the seven coders"),
        ("payroll adp to ukg jan", "the payroll move from ADP to UKG in January"),
        ("ledger sap to s4 2027", "the ledger move from SAP to S4 in 2027"),
        ("seasonal staff 1400", "the 1,400 seasonal staff"),
        ("elite to aderant switch in may", "the move from Elite to Aderant in May"),
        ("schedule d by hand 5 days", "Schedule D"),
        ("stock adj at ye always a surprise", "the stock adjustment"),
        ("rfp spring", "the RFP in spring"),
        ("pos upgrade oct", "the point-of-sale upgrade in October"),
        ("lift maint contracts x22", "lift maintenance contracts"),
        ("12 dept heads", "the 12 department heads"),
        ("intercompany out every mth by pennies", "intercompany"),
    ],
)
def test_a_count_or_a_move_without_its_verb_is_named(note: str, topic: str) -> None:
    assert [idea.topic for idea in understand(one_note(note)).ideas] == [topic]


@pytest.mark.parametrize(
    ("note", "gerund"),
    [
        ("took me to see the bridge job", "taking me to see the bridge job"),
        ("taught me how to read a load ticket", "teaching me how to read a load ticket"),
        ("drove me past the scale house", "driving me past the scale house"),
        ("let me listen to a counter call", "letting me listen to a counter call"),
    ],
)
def test_what_was_shown_on_the_way_is_a_kindness(note: str, gerund: str) -> None:
    assert [idea.gerund for idea in understand(one_note(note)).ideas] == [gerund]


@pytest.mark.parametrize("note", ["300 a month to docs", "half dead", "was 300"])
def test_a_count_without_its_noun_names_nothing(note: str) -> None:
    assert understand(one_note(note)).ideas == ()


def test_no_typo_is_taken_for_an_ugly_word() -> None:
    assert not any(
        "murder" in idea.shared for idea in understand(one_note("we both did the tough mudder")).ideas
    )


@pytest.mark.parametrize(
    ("note", "shared"),
    [
        ("ex rowan dairy", "we both worked at Rowan Dairy"),
        ("she worked at rowan dairy in 2015", "we both worked at Rowan Dairy"),
        ("rowan dairy alum", "we both worked at Rowan Dairy"),
        ("both cpa in ohio", "we are both CPAs in Ohio"),
        ("came from ohio u too", "you came from Ohio University too"),
    ],
)
def test_an_employer_of_the_profile_is_shared(note: str, shared: str) -> None:
    assert [idea.shared for idea in understand(one_note(note)).ideas] == [shared]


@pytest.mark.parametrize(
    "note",
    ["ex fenwick paper", "worked at harlow dairy in 2015", "ex marine", "worked with rowan dairy for years"],
)
def test_another_employer_is_not_shared(note: str) -> None:
    """Fenwick Paper is the reader's own firm; nobody in the profile worked for the others."""
    assert not any(idea.shared for idea in understand(one_note(note)).ideas)
