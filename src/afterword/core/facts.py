"""The frozen records everything else is derived from: plan, letters, call cards, the week.

Facts are what the user typed, confirmed, or what a file the user gave says (with its source).
Every instant is a timezone-aware ``datetime``; the IANA zone it was said in travels beside it.
The vocabulary is that of docs/spec/protocol.md.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

OpportunityId = NewType("OpportunityId", str)
InterviewId = NewType("InterviewId", str)
PersonId = NewType("PersonId", str)
PointId = NewType("PointId", str)
FactId = NewType("FactId", str)


# ---------------------------------------------------------------- where a fact came from


class Origin(StrEnum):
    """Where a fact was read. Facebook and Twitter/X are kept but never raised (rule R)."""

    TYPED = "typed"
    FILE = "file"
    MESSAGE = "message"
    PAGE = "page"
    LINKEDIN = "linkedin"
    RESUME = "resume"
    VCARD = "vcard"
    FACEBOOK = "facebook"
    TWITTER = "twitter"


#: Sources that are not professional: a point from there never reaches a letter (rule R).
NOT_TO_RAISE = frozenset({Origin.FACEBOOK, Origin.TWITTER})


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact came from, and whether the user said yes to it."""

    origin: Origin = Origin.TYPED
    reference: str = ""
    confirmed: bool = True


# ---------------------------------------------------------------- people


class Relation(StrEnum):
    """What a person is to the candidate's application."""

    HIRING_MANAGER = "hiring_manager"
    PEER = "peer"
    HR = "hr"
    RECRUITER = "recruiter"  # of an agency or staffing firm
    EXECUTIVE = "executive"
    COORDINATOR = "coordinator"
    NETWORK = "network"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the candidate met, wrote to, or knows.

    ``greeting`` is how a letter addresses them ("Luis", "Dr. García Márquez"); empty means it is worked
    out from ``name``. ``zone`` is an IANA name and ``country`` an ISO 3166-1 alpha-2 code; empty means
    "not told". ``cadence_days`` is how often to keep in touch; None means no rhythm.
    """

    id: PersonId
    name: str
    relation: Relation = Relation.OTHER
    title: str = ""
    company: str = ""
    greeting: str = ""
    email: str = ""
    phone: str = ""
    zone: str = ""
    country: str = ""
    notes: str = ""
    cadence_days: int | None = None
    next_touch: date | None = None
    do_not_contact: bool = False
    source: Source = Source()


# ---------------------------------------------------------------- the candidate


@dataclass(frozen=True, slots=True)
class Employment:
    """One past or present job; ``text`` is how the user wrote it. Dates are YYYY or YYYY-MM; "" = unknown."""

    organisation: str
    title: str = ""
    start: str = ""
    end: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class School:
    """One school or course; dates as in :class:`Employment`."""

    name: str
    degree: str = ""
    start: str = ""
    end: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The job seeker, as they describe themselves. ``name`` may carry post-nominals ("…, CPA")."""

    name: str = ""
    headline: str = ""
    email: str = ""
    phone: str = ""
    zone: str = "UTC"
    locale: str = "en-US"
    link: str = ""
    strengths: tuple[str, ...] = ()
    achievements: tuple[str, ...] = ()
    employers: tuple[Employment, ...] = ()
    schools: tuple[School, ...] = ()
    certificates: tuple[str, ...] = ()
    associations: tuple[str, ...] = ()


# ---------------------------------------------------------------- opportunity and interview


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One role at one employer. ``contact`` answers for the decision: hiring manager or recruiter, if told.

    ``call_unwelcome`` makes the status check an e-mail. ``applied_on`` counts for the week's aims.
    """

    id: OpportunityId
    company: str
    role: str
    industry: str = ""
    contact: PersonId | None = None
    recruiter: PersonId | None = None
    applied_on: date | None = None
    call_unwelcome: bool = False
    country: str = ""
    source: Source = Source()


class InterviewStatus(StrEnum):
    """Whether the conversation stands."""

    PLANNED = "planned"
    CANCELLED = "cancelled"
    MISSED = "missed"  # it did not take place


@dataclass(frozen=True, slots=True)
class Interview:
    """One conversation. ``start`` and ``end`` are aware; ``zone`` is the IANA zone they were said in.

    ``all_day`` means the invitation named days only; its end is then 17:00 of the last day in ``zone``.
    """

    id: InterviewId
    opportunity: OpportunityId
    start: datetime
    end: datetime
    zone: str
    interviewers: tuple[PersonId, ...] = ()
    round: str = ""
    format: str = ""
    status: InterviewStatus = InterviewStatus.PLANNED
    end_guessed: bool = False
    all_day: bool = False
    location: str = ""
    link: str = ""
    source: Source = Source()


# ---------------------------------------------------------------- the debrief


class PointKind(StrEnum):
    """What a remembered thing is about."""

    GROWTH = "growth"
    CHALLENGE = "challenge"
    PROJECT = "project"
    TEAM = "team"
    CULTURE = "culture"
    CONNECTION = "connection"
    QUESTION = "question"
    NEXT_STEP = "next_step"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Point:
    """One remembered thing, in the candidate's words; ``mention`` False means "do not mention"."""

    id: PointId
    kind: PointKind
    text: str
    mention: bool = True
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Debrief:
    """What the candidate remembers of one interviewer: points, and the free box as it was typed."""

    interview: InterviewId
    interviewer: PersonId
    points: tuple[Point, ...] = ()
    free_text: str = ""


# ---------------------------------------------------------------- what has happened since


class LetterKind(StrEnum):
    """The letters of the protocol."""

    THANK_YOU = "thank_you"
    STATUS_CHECK = "status_check"
    FEEDBACK_REQUEST = "feedback_request"
    CONNECTION_NOTE = "connection_note"
    WITHDRAWAL = "withdrawal"
    HELPER_THANKS = "helper_thanks"


class ReplyClass(StrEnum):
    """What a message from the employer's side says. AUTO_REPLY and BOUNCE are not "word"."""

    ACK = "ack"
    NOT_YET = "not_yet"
    NEXT_ROUND = "next_round"
    REJECTION = "rejection"
    OFFER = "offer"
    AUTO_REPLY = "auto_reply"
    BOUNCE = "bounce"
    OTHER = "other"
    UNSURE = "unsure"


class CallResult(StrEnum):
    """How a status call ended."""

    NOT_YET = "not_yet"
    VOICEMAIL = "voicemail"
    SOMEONE_ELSE = "someone_else"
    WRONG_MOMENT = "wrong_moment"
    DECIDED_YES = "decided_yes"
    DECIDED_NO = "decided_no"


class Outcome(StrEnum):
    """Where an opportunity stands."""

    NOT_YET = "not_yet"
    NEXT_ROUND = "next_round"
    OFFER = "offer"
    REJECTION = "rejection"
    WITHDRAWN = "withdrawn"
    ACCEPTED = "accepted"
    NO_ANSWER = "no_answer"


#: Outcomes after which the opportunity is closed.
CLOSING = frozenset({Outcome.REJECTION, Outcome.WITHDRAWN, Outcome.ACCEPTED, Outcome.NO_ANSWER})


class Party(StrEnum):
    """Who made a promise."""

    EMPLOYER = "employer"
    CANDIDATE = "candidate"


@dataclass(frozen=True, slots=True)
class LetterSent:
    """A letter the user logged as sent. Nothing else counts as sent."""

    id: FactId
    at: datetime
    kind: LetterKind
    to: PersonId
    opportunity: OpportunityId | None = None
    interview: InterviewId | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """A message that came back. ``sender`` None means nobody on record (a colleague, the applicant system).

    ``returns`` is the return date an out-of-office message names.
    """

    id: FactId
    at: datetime
    opportunity: OpportunityId
    klass: ReplyClass
    sender: PersonId | None = None
    returns: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A status call the user made; ``check_back`` is the date they named, if any."""

    id: FactId
    at: datetime
    opportunity: OpportunityId
    to: PersonId
    result: CallResult
    check_back: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """An outcome the user recorded for an opportunity."""

    id: FactId
    at: datetime
    opportunity: OpportunityId
    outcome: Outcome
    note: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """What one side said it would do, by when. The latest confirmed employer promise with a date rules C."""

    id: FactId
    at: datetime
    opportunity: OpportunityId
    by: Party
    text: str
    due: date | None = None
    kept: bool = False


class TouchKind(StrEnum):
    """How a contact happened."""

    MET = "met"
    WROTE = "wrote"
    CALLED = "called"
    GAVE_CARD = "gave_card"


@dataclass(frozen=True, slots=True)
class Touch:
    """One contact with somebody in the network."""

    id: FactId
    at: datetime
    person: PersonId
    kind: TouchKind
    note: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """The user's typed reason for going past a limit of rule S with one person on one opportunity."""

    id: FactId
    at: datetime
    opportunity: OpportunityId
    person: PersonId
    reason: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """The user chose not to take a step, named by its key; it is listed as dropped with the reason."""

    id: FactId
    at: datetime
    step: str
    reason: str


Happening = LetterSent | Reply | Call | Decision | Promise | Touch | Override | Skipped


# ---------------------------------------------------------------- the hunt and the network


class PointOfConnectionKind(StrEnum):
    """What two people may share."""

    SCHOOL = "school"
    EMPLOYER = "employer"
    CERTIFICATE = "certificate"
    ASSOCIATION = "association"
    PLACE = "place"
    PERSON = "person"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PointOfConnection:
    """Something the candidate and a person share; years are what the data gives, "" when it gives none.

    Whether it may be raised follows from ``source.origin`` (see :data:`NOT_TO_RAISE`).
    """

    id: FactId
    person: PersonId
    kind: PointOfConnectionKind
    text: str
    years: str = ""
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Seminar:
    """A seminar, conference or other gathering in view."""

    id: FactId
    title: str
    start: datetime
    end: datetime
    zone: str
    place: str = ""
    url: str = ""
    attended: bool = False
    cancelled: bool = False
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class WeeklyAims:
    """How much of each kind of work a week holds (rule H); the user edits the numbers."""

    applications: int = 5
    new_contacts: int = 2
    keep_in_touch: int = 3
    seminars: int = 1
    recruiters: int = 1
    cards: int = 2


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one owner's plan is derived from. The order of any tuple carries no meaning."""

    candidate: Candidate = Candidate()
    people: tuple[Person, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    interviews: tuple[Interview, ...] = ()
    history: tuple[Happening, ...] = ()
    connections: tuple[PointOfConnection, ...] = ()
    seminars: tuple[Seminar, ...] = ()
    aims: WeeklyAims = WeeklyAims()


# ---------------------------------------------------------------- what a letter is written from


@dataclass(frozen=True, slots=True)
class EarlierLetter:
    """A letter already sent, so that the next one does not repeat it."""

    to: PersonId
    kind: LetterKind
    body: str
    company: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One interview as the writer sees it: who, where, what was said, and how it stands."""

    candidate: Candidate
    opportunity: Opportunity
    interview: Interview
    interviewers: tuple[Person, ...]
    debriefs: tuple[Debrief, ...] = ()
    promise: Promise | None = None
    outcome: Outcome = Outcome.NOT_YET
    connections: tuple[PointOfConnection, ...] = ()
    earlier: tuple[EarlierLetter, ...] = field(default=())
