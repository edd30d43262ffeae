"""The tables. Every row has its owner first in its key; ids are UUIDv7 as 32 hexadecimal digits.

References are plain id columns inside one owner's rows; ``store.records`` keeps them true and
``store.health`` checks them. Plans are never stored.
"""

from typing import ClassVar

from django.db import models

ID = 32


class Owned(models.Model):
    """A row that belongs to one owner."""

    owner = models.CharField(max_length=ID)
    id = models.CharField(max_length=ID)
    pk = models.CompositePrimaryKey("owner", "id")

    class Meta:
        abstract = True


def _reference() -> "models.CharField[str, str]":
    return models.CharField(max_length=ID, default="", blank=True)


def _words(length: int = 400) -> "models.CharField[str, str]":
    return models.CharField(max_length=length, default="", blank=True)


def _text() -> "models.TextField[str, str]":
    return models.TextField(default="", blank=True)


class Workspace(models.Model):
    """One owner's workspace: the counters of changes, and the epoch that a restore moves on.

    ``people_revision`` and ``history_revision`` move when only people or only the history changed, ``revision``
    when anything else the plan is derived from did.
    """

    owner = models.CharField(max_length=ID, primary_key=True)
    revision = models.BigIntegerField(default=0)
    people_revision = models.BigIntegerField(default=0)
    history_revision = models.BigIntegerField(default=0)
    epoch = models.IntegerField(default=1)
    created_at = models.DateTimeField()
    restored_at = models.DateTimeField(null=True)
    profile = models.JSONField(default=dict)  # facts.Candidate as names and values
    aims = models.JSONField(default=dict)  # facts.WeeklyAims as names and values
    preferences = models.JSONField(default=dict)  # voice, proof words, limits of notes


class Sourced(Owned):
    """A row that keeps where it came from."""

    source_origin = models.CharField(max_length=12, default="typed")
    source_reference = _words()
    source_confirmed = models.BooleanField(default=True)

    class Meta:
        abstract = True


class Person(Sourced):
    """facts.Person."""

    name = _words()
    relation = models.CharField(max_length=16, default="other")
    title = _words()
    company = _words()
    greeting = _words()
    email = _words()
    phone = _words(60)
    zone = _words(60)
    country = _words(2)
    notes = _text()
    cadence_days = models.IntegerField(null=True)
    next_touch = models.DateField(null=True)
    do_not_contact = models.BooleanField(default=False)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["owner", "name"], name="person_name")]


class Opportunity(Sourced):
    """facts.Opportunity."""

    company = _words()
    role = _words()
    industry = _words()
    contact = _reference()
    recruiter = _reference()
    applied_on = models.DateField(null=True)
    call_unwelcome = models.BooleanField(default=False)
    country = _words(2)
    notes = _text()


class Interview(Sourced):
    """facts.Interview; ``uid`` and ``recurrence_id`` name the invitation it came from (RFC 5545)."""

    opportunity = _reference()
    start = models.DateTimeField()
    end = models.DateTimeField()
    zone = _words(60)
    round = _words()
    format = _words(60)
    status = models.CharField(max_length=12, default="planned")
    end_guessed = models.BooleanField(default=False)
    all_day = models.BooleanField(default=False)
    location = _text()
    link = _text()
    uid = _text()
    recurrence_id = _words(60)
    sequence = models.BigIntegerField(default=0)
    stamp = _words(40)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["owner", "opportunity"], name="interview_opportunity")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "uid", "recurrence_id"],
                condition=~models.Q(uid=""),
                name="interview_invited_once",
            )
        ]


class PartOfInterview(models.Model):
    """A row about one person in one interview, of which there is at most one."""

    owner = models.CharField(max_length=ID)
    interview = models.CharField(max_length=ID)
    person = models.CharField(max_length=ID)
    pk = models.CompositePrimaryKey("owner", "interview", "person")

    class Meta:
        abstract = True


class Interviewer(PartOfInterview):
    """Who took part in an interview, in the order the user sees them."""

    position = models.IntegerField(default=0)


class DebriefNote(PartOfInterview):
    """The free box of a debrief, per interviewer, as it was typed."""

    text = _text()


class Point(Sourced):
    """facts.Point, in the order it was typed."""

    interview = _reference()
    person = _reference()
    position = models.IntegerField(default=0)
    kind = models.CharField(max_length=12)
    text = _text()
    mention = models.BooleanField(default=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["owner", "interview"], name="point_interview")]


class Happening(Owned):
    """One thing that happened (facts.Happening), told apart by ``what``; corrections retract, never erase."""

    what = models.CharField(
        max_length=12
    )  # letter_sent, reply, call, decision, promise, touch, override, skipped
    at = models.DateTimeField()
    opportunity = _reference()
    interview = _reference()
    person = _reference()
    kind = _words(20)  # letter kind, reply class, call result, outcome, party or touch kind
    due = models.DateField(null=True)  # promised date, check-back date or return date
    text = _text()
    flag = models.BooleanField(default=False)  # a promise kept
    retracted_at = models.DateTimeField(null=True)
    retracted_why = _words()

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["owner", "opportunity", "at"], name="happening_opportunity"),
            models.Index(fields=["owner", "person", "at"], name="happening_person"),
        ]


class Letter(Owned):
    """A letter from draft to logged as sent. One row per (interview or opportunity, person, kind, check_number)."""

    opportunity = _reference()
    interview = _reference()
    person = _reference()
    kind = models.CharField(max_length=20)
    check_number = models.IntegerField(default=0)  # which status check this is, 0 for other kinds
    state = models.CharField(max_length=12, default="draft")  # draft, approved, sent, held
    subject = _text()
    body = _text()
    drafted = _text()  # the body as Afterword wrote it, to learn from the user's changes
    edited = models.BooleanField(default=False)
    sentences = models.JSONField(default=list)
    kept_out = models.JSONField(default=list)
    recipient = _words()  # address the approval was given for
    approved_hash = _words(64)
    approved_at = models.DateTimeField(null=True)
    message_id = _words()
    message = models.BinaryField(default=bytes)  # the exact bytes approved
    epoch = models.IntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    held_why = _words()
    updated_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["owner", "opportunity", "interview", "person", "kind", "check_number"],
                name="letter_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="approved") | ~models.Q(approved_hash=""),
                name="letter_approved_has_hash",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="sent") | models.Q(sent_at__isnull=False),
                name="letter_sent_has_time",
            ),
        ]


class Question(Owned):
    """A question to ask one person in one interview, with room for the answer."""

    interview = _reference()
    person = _reference()
    position = models.IntegerField(default=0)
    text = _text()
    why = _text()
    kind = models.CharField(max_length=12, default="culture")
    chosen = models.BooleanField(default=True)
    answer = _text()
    point = _reference()  # the point its answer became


class PointOfConnection(Sourced):
    """facts.PointOfConnection."""

    person = _reference()
    kind = models.CharField(max_length=12)
    text = _text()
    years = _words(40)


class Seminar(Sourced):
    """facts.Seminar."""

    title = _words()
    start = models.DateTimeField()
    end = models.DateTimeField()
    zone = _words(60)
    place = _text()
    url = _text()
    attended = models.BooleanField(default=False)
    cancelled = models.BooleanField(default=False)


class Incoming(Owned):
    """A file the user gave, kept whole with what was understood, until the user has confirmed it."""

    name = _words()
    digest = _words(64)
    content = models.BinaryField(default=bytes)
    reading = models.JSONField(default=dict)
    received_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["owner", "digest"], name="incoming_once")]


class LoginLink(models.Model):
    """A one-time link into the web app; only the digest of its secret is kept."""

    digest = models.CharField(max_length=64, primary_key=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
