"""The doctor: looks at data, backups, disk and engine, and says in sentences what is well and what is not."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from afterword.core.errors import AfterwordError
from afterword.core.findings import Finding
from afterword.store.failures import plainly
from afterword.store.health import Check, examine


@dataclass(frozen=True, slots=True)
class Health:
    """Everything that was looked at."""

    checks: tuple[Check, ...]

    @property
    def well(self) -> bool:
        """Whether there is nothing to do."""
        return all(check.well for check in self.checks)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is not well, with what to do."""
        return tuple(
            Finding(code=check.name, message=check.sentence, fixes=(check.fix,) if check.fix else ())
            for check in self.checks
            if not check.well
        )

    def as_json(self) -> dict[str, object]:
        """The answer of ``afterword doctor --json``."""
        return {
            "well": self.well,
            "checks": [asdict(check) for check in self.checks],
            "findings": [
                {"code": finding.code, "message": finding.message, "fixes": list(finding.fixes)}
                for finding in self.findings
            ],
        }


def check_health(
    *,
    database: Path,
    backups: Path,
    now: datetime,
    engine: str = "",
    engine_answers: Callable[[], object] | None = None,
) -> Health:
    """Examine the workspace; ``engine_answers`` tries the proofreader's engine and may fail."""
    with plainly():
        checks = examine(database=database, backups=backups, now=now)
    if engine_answers is not None:
        checks.append(_engine(engine, engine_answers))
    return Health(tuple(checks))


def _engine(name: str, answers: Callable[[], object]) -> Check:
    try:
        answers()
    except (AfterwordError, ImportError, OSError) as error:
        return Check(
            "proof.engine",
            False,
            name,
            f"The proofreading engine “{name}” does not answer ({error}).",
            "Set AFTERWORD_PROOF_ENGINE to another engine, or run the set-up again.",
        )
    return Check("proof.engine", True, name, f"The proofreading engine “{name}” answers.")
