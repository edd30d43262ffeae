"""Lines of a working life as people type them."""

import pytest

from afterword.core.reading.workline import employment, school


@pytest.mark.parametrize(
    ("line", "organisation", "title", "start", "end"),
    [
        ("Birch Foods (payroll clerk, 2019-2024)", "Birch Foods", "payroll clerk", "2019", "2024"),
        ("Birch Foods (payroll clerk, 2019–present)", "Birch Foods", "payroll clerk", "2019", ""),
        ("Birch Foods (payroll clerk, since 2019)", "Birch Foods", "payroll clerk", "2019", ""),
        ("Birch Foods (payroll clerk, 2021)", "Birch Foods", "payroll clerk", "2021", "2021"),
        ("Birch Foods (payroll clerk)", "Birch Foods", "payroll clerk", "", ""),
        ("Birch Foods", "Birch Foods", "", "", ""),
        (
            "Birch Foods, payroll clerk, Mar 2019 to June 2022",
            "Birch Foods",
            "payroll clerk",
            "2019-03",
            "2022-06",
        ),
        ("Payroll clerk at Birch Foods (2019-2022)", "Birch Foods", "Payroll clerk", "2019", "2022"),
        ("Birch Foods – payroll clerk, 2018 - 19", "Birch Foods", "payroll clerk", "2018", "2019"),
        ("Birch Foods (senior clerk, AP, 2019-2024)", "Birch Foods", "senior clerk, AP", "2019", "2024"),
        ("Vantage 2000 Ltd (controller, 2019-2021)", "Vantage 2000 Ltd", "controller", "2019", "2021"),
        ("Birch Foods, Inc.", "Birch Foods, Inc.", "", "", ""),
        ("Freelance bookkeeper (2018-2026)", "", "Freelance bookkeeper", "2018", "2026"),
        ("Independent Bank (teller, 2011-2013)", "Independent Bank", "teller", "2011", "2013"),
        ("", "", "", "", ""),
    ],
)
def test_a_job_line_is_taken_apart(line: str, organisation: str, title: str, start: str, end: str) -> None:
    job = employment(line)
    assert (job.organisation, job.title, job.start, job.end) == (organisation, title, start, end)
    assert job.text == line


@pytest.mark.parametrize(
    ("line", "name", "degree", "start", "end"),
    [
        ("Kent State University, BS Accounting", "Kent State University", "BS Accounting", "", ""),
        ("University of California, Berkeley", "University of California, Berkeley", "", "", ""),
        (
            "University of California, Irvine, B.A. Economics",
            "University of California, Irvine",
            "B.A. Economics",
            "",
            "",
        ),
        ("MBA, Rotman School (2010-2012)", "Rotman School", "MBA", "2010", "2012"),
        ("Kent State University (BSc, 2014)", "Kent State University", "BSc", "2014", "2014"),
        ("Leeds College, diploma in bookkeeping", "Leeds College", "diploma in bookkeeping", "", ""),
        ("HEC Paris", "HEC Paris", "", "", ""),
    ],
)
def test_a_school_line_is_taken_apart(line: str, name: str, degree: str, start: str, end: str) -> None:
    found = school(line)
    assert (found.name, found.degree, found.start, found.end) == (name, degree, start, end)
    assert found.text == line
