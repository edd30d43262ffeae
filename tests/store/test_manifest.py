"""A manifest tells rows apart and nothing else."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.store.manifest import as_json, differences, from_json, manifest_of, table_sum

values = st.one_of(
    st.none(),
    st.integers(-(2**62), 2**62),
    st.text(max_size=8),
    st.binary(max_size=8),
    st.floats(allow_nan=False),
)
rows = st.lists(st.tuples(values, values), max_size=6)


@given(rows, st.randoms())
def test_the_order_of_rows_does_not_matter(some, random):
    shuffled = list(some)
    random.shuffle(shuffled)
    assert table_sum(["a", "b"], some) == table_sum(["a", "b"], shuffled)


@given(rows, rows)
def test_other_rows_give_another_sum(one, other):
    def typed(some):
        return sorted(repr([(type(value).__name__, value) for value in row]) for row in some)

    same = table_sum(["a", "b"], one) == table_sum(["a", "b"], other)
    assert same == (typed(one) == typed(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((1,), ("1",)),
        ((1,), (1.0,)),
        ((None,), ("",)),
        ((b"a",), ("a",)),
        (("ab", "c"), ("a", "bc")),
        ((0,), (False,)),
    ],
)
def test_values_that_only_look_alike_are_told_apart(one, other):
    names = ["a", "b"][: len(one)]
    assert table_sum(names, [one]) != table_sum(names, [other])


def test_a_database_is_summed_table_by_table():
    connection = sqlite3.connect(":memory:")
    connection.executescript("CREATE TABLE a (x); CREATE TABLE b (y); INSERT INTO a VALUES (1), (2);")
    manifest = manifest_of(connection)
    assert {name: total.rows for name, total in manifest.items()} == {"a": 2, "b": 0}
    assert from_json(as_json(manifest)) == manifest


def test_differences_are_said_per_table():
    one = {"a": table_sum(["x"], [(1,)]), "b": table_sum(["x"], [(1,)]), "c": table_sum(["x"], [])}
    other = {"a": table_sum(["x"], [(1,)]), "b": table_sum(["x"], [(2,)])}
    assert differences(one, one) == []
    assert differences(one, other) == [
        "b: 1 rows expected, 1 found, contents differ",
        "c: 0 rows expected, no found",
    ]
