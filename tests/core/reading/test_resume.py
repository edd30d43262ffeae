"""JSON Resume files become the candidate's profile."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.core.errors import BadInput
from afterword.core.facts import Employment, School
from afterword.core.reading.resume import MAX_BYTES, read_resume

FULL = {
    "basics": {
        "name": "Ines Vogel, CPA",
        "label": "Cost accountant",
        "email": "ines@mail.example",
        "phone": "555-0140",
        "url": "https://ines.example",
        "profiles": [
            {"network": "Twitter", "url": "https://twitter.com/ines"},
            {"network": "LinkedIn", "url": "https://www.linkedin.com/in/ines"},
        ],
    },
    "work": [
        {"name": "Alder Mills", "position": "Cost accountant", "startDate": "2021-03-01", "highlights": ["Cut scrap by 4%"]},
        {"company": "Birch Foods", "position": "Clerk", "startDate": "2016", "endDate": "2021-02"},
    ],
    "education": [{"institution": "Kent State", "studyType": "BS", "area": "Accounting", "startDate": "2012", "endDate": "2016-05-20"}],
    "skills": [{"name": "Standard costing"}, {"keywords": ["SAP", "Excel"]}],
    "certificates": [{"name": "CPA", "date": "2019"}],
}  # fmt: skip


def test_a_whole_resume_is_read() -> None:
    reading = read_resume(json.dumps(FULL).encode())
    candidate = reading.candidate
    assert reading.findings == ()
    assert (candidate.name, candidate.headline, candidate.email) == (
        "Ines Vogel, CPA",
        "Cost accountant",
        "ines@mail.example",
    )
    assert candidate.link == "https://www.linkedin.com/in/ines"
    assert candidate.employers == (
        Employment("Alder Mills", "Cost accountant", "2021-03", "", "Alder Mills (Cost accountant, 2021)"),
        Employment("Birch Foods", "Clerk", "2016", "2021-02", "Birch Foods (Clerk, 2016–2021)"),
    )
    assert candidate.schools == (
        School("Kent State", "BS Accounting", "2012", "2016-05", "Kent State (BS Accounting, 2012–2016)"),
    )
    assert candidate.strengths == ("Standard costing", "SAP", "Excel")
    assert candidate.achievements == ("Cut scrap by 4%",)
    assert candidate.certificates == ("CPA",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_does_not_matter(encoding: str) -> None:
    data = json.dumps({"basics": {"name": "Zoë"}}, ensure_ascii=False).encode(encoding)
    assert read_resume(data).candidate.name == "Zoë"


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b'{\n"basics": {\n"name": }}', "line 3"),
        (b"", "line 1"),
        (b"not json", "line 1"),
        (b"[]", "no JSON Resume"),
        (b'{"cv": {}}', "no JSON Resume"),
        (b'{"basics": 7}', "no JSON Resume"),
        (b"[" * 100_000, "nested too deeply"),
        (b" " * (MAX_BYTES + 1), "larger than 1 MB"),
    ],
)
def test_what_is_no_resume_is_refused_with_the_reason(data: bytes, named: str) -> None:
    with pytest.raises(BadInput, match=named):
        read_resume(data)


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ({"work": [{"summary": "did things"}]}, "resume.job"),
        ({"education": [{"area": "Accounting"}]}, "resume.school"),
        ({"work": [{"name": "A", "startDate": "spring 2020"}]}, "resume.date"),
        ({"basics": {"email": "x@y.example"}}, "resume.unnamed"),
    ],
)
def test_what_cannot_be_used_is_told(part: dict[str, object], code: str) -> None:
    reading = read_resume(json.dumps({"basics": {"name": "Ines"}, **part}).encode())
    assert [finding.code for finding in reading.findings] == [code]


def test_a_present_job_has_no_end_and_no_finding() -> None:
    reading = read_resume(
        b'{"basics": {"name": "I"}, "work": [{"name": "A", "startDate": "2020", "endDate": "Present"}]}'
    )
    assert (reading.candidate.employers[0].end, reading.findings) == ("", ())


VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8), lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["name", "url", "highlights", "network"]), inner, max_size=2), max_leaves=5)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["work", "education", "skills", "certificates"]), VALUES))
def test_any_shape_inside_is_read_or_left_out(parts: dict[str, object]) -> None:
    assert read_resume(json.dumps({"basics": {"name": "Ines"}, **parts}).encode()).candidate.name == "Ines"
