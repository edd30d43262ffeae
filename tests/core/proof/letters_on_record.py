"""Records of interviews and letters that agree with them, and ways to spoil such a letter in one place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from afterword.core.proof.record import Named, Record

#: to (honorific, name), another of the panel, company, own last employer, another application's, role, day of the interview
ROWS = (
    ("Ms", "Chidinma Okonkwo", "Dr", "Tomasz Zieliński", "Halvorsen Marine", "Fernbrook Foods", "Castlegate Energy", "Staff Accountant", date(2026, 11, 10)),
    ("Mr", "José García", "Ms", "Fatima Al-Sayed", "BlackLine", "Pemberley Logistics", "Tidewater Castings", "Controller", date(2026, 11, 12)),
    ("Dr", "Ewa Wałęsa", "Mr", "Li Wei Chen", "Quillstone Software", "Larkspur Hotels", "Meridian Crest", "Tax Senior", date(2026, 10, 2)),
    ("Mrs", "Bjørg Sørensen", "Mr", "Kwame Mensah", "Ashgrove Dairy", "Corvane Biosciences", "Bexley Packaging", "Payroll Manager", date(2026, 9, 14)),
    ("Mr", "Hiroshi Nakagawa", "Ms", "Priya Raghunathan", "Ridgeway Damson", "Stonefield Health", "Alderline Bank", "Treasury Analyst", date(2026, 12, 3)),
    ("Ms", "Siobhán O'Donoghue", "Mr", "Dmitri Voloshyn", "McAllister Freight", "Grant Hollow", "Wrenford Mutual", "Internal Auditor", date(2026, 8, 25)),
    ("Prof", "Xiomara Castellanos", "Ms", "Ngozi Adeyemi", "Thornbury College", "Hawksmoor Press", "Larchmont Trust", "Budget Analyst", date(2026, 7, 8)),
    ("Mr", "Thaddeus Brzezinski", "Mrs", "Yolanda Etxeberria", "NovaQuay Systems", "Penhallow Glass", "Ferncliff Energy", "Revenue Accountant", date(2026, 6, 19)),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class OnRecord:
    """One record and a letter that agrees with it."""

    record: Record
    letter: str
    day: date


def letters() -> Iterator[OnRecord]:
    """One letter for each row."""
    for title, name, other_title, other, company, own, elsewhere, role, day in ROWS:
        to, colleague = Named(name, title), Named(other, other_title)
        record = Record(
            to=to,
            people=(colleague,),
            candidate=Named("Adaeze Marchetti"),
            company=company,
            own_employers=(own,),
            other_companies=(elsewhere,),
            role=role,
            dates=(day,),
        )
        dot = "" if title == "Prof" else "."
        letter = (
            f"Dear {title}{dot} {to.parts[-1]},\n\n"
            f"Thank you for meeting with me on {day:%A}, {day:%B} {day.day} about the {role} role at {company}. "
            f"I enjoyed our talk and the questions {colleague.parts[0]} {colleague.parts[-1]} asked about the close. "
            f"My work at {own} taught me to keep the close short, and I would be glad to do the same for {company}. "
            f"Please thank {colleague.parts[0]} for the tour.\n\n"
            "Kind regards,\nAdaeze Marchetti\n"
        )
        yield OnRecord(record, letter, day)


# ---------------------------------------------------------------- slips


def misspellings(word: str) -> Iterator[str]:
    """``word`` with a letter doubled, dropped, changed, or two swapped, never the first; each once."""
    seen = {word}
    for at in range(1, len(word) - 1):
        if not (word[at].isalpha() and word[at + 1].isalpha()):
            continue
        for wrong in (
            word[:at] + word[at] * 2 + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + ("e" if word[at] != "e" else "a") + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ):
            if wrong not in seen:
                seen.add(wrong)
                yield wrong
