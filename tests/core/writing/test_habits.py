"""What is learnt from the user's changes, and what is not."""

from afterword.core.writing.habits import Habit, HabitKind, Sent, habits, with_habits
from afterword.core.writing.voice import Voice

DRAFT = (
    "Dear Ana,\n\nThank you for Tuesday. I would welcome a further conversation.\n\nBest regards,\nJo Mills"
)


def changed(*pairs: tuple[str, str]) -> Sent:
    body = DRAFT
    for before, after in pairs:
        assert before in body
        body = body.replace(before, after)
    return Sent(DRAFT, body)


HI = changed(("Dear", "Hi"))
CHEERS = changed(("Best regards", "All the best"))


def kinds(found: tuple[Habit, ...]) -> dict[HabitKind, str]:
    return {habit.kind: habit.value for habit in found}


def test_one_change_is_no_habit() -> None:
    assert habits([HI]) == ()
    assert habits([HI, Sent(DRAFT, DRAFT)]) == ()


def test_a_greeting_changed_twice_is_a_habit_with_its_count() -> None:
    assert habits([HI, HI, Sent(DRAFT, DRAFT)]) == (Habit(HabitKind.GREETING, "Hi", 2, 3),)


def test_a_greeting_changed_both_ways_is_none() -> None:
    hello = changed(("Dear", "Hello"))
    assert HabitKind.GREETING not in kinds(habits([HI, hello, HI, hello]))


def test_a_close_changed_twice_is_a_habit() -> None:
    assert kinds(habits([CHEERS, CHEERS]))[HabitKind.CLOSE] == "All the best"


def test_contractions_put_in_or_taken_out_twice_are_a_habit() -> None:
    into = changed(("I would", "I'd"))
    assert kinds(habits([into, into]))[HabitKind.CONTRACTIONS] == "yes"
    out = Sent(into.body, DRAFT)
    assert kinds(habits([out, out]))[HabitKind.CONTRACTIONS] == "no"


def test_a_word_put_in_twice_is_a_favourite_and_one_taken_out_twice_is_avoided() -> None:
    found = kinds(habits([changed(("further", "second"))] * 2))
    assert found == {HabitKind.FAVOURITE: "second", HabitKind.AVOIDED: "further"}


def test_names_are_no_habit() -> None:
    assert habits([changed(("Ana", "Luis")), changed(("Ana", "Luis"))]) == ()


def test_only_recent_letters_count() -> None:
    assert habits([HI, HI, *[Sent(DRAFT, DRAFT)] * 8]) == ()


def test_what_the_user_set_goes_before_what_was_learnt() -> None:
    learnt = (Habit(HabitKind.GREETING, "Hi", 2, 2), Habit(HabitKind.CLOSE, "All the best", 2, 2))
    voice = with_habits(Voice(greeting="Hello"), learnt)
    assert (voice.greeting, voice.close) == ("Hello", "All the best")
    assert (
        with_habits(Voice(contractions=False), (Habit(HabitKind.CONTRACTIONS, "yes", 3, 3),)).contractions
        is False
    )
