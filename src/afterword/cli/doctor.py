"""``afterword doctor``: what is well with the data, the backups and the proofreader, and what is not."""

import typer

from afterword.cli.answer import paragraph, print_json
from afterword.cli.exits import Exit
from afterword.cli.words import Json
from afterword.options import read_options
from afterword.services.check_health import check_health
from afterword.wiring import wire


def command(json: Json = False) -> None:
    """Say what is well and what is not, and what to do about it. Changes nothing."""
    options = read_options()
    wiring = wire(options)
    engine = wiring.engine
    health = check_health(
        database=options.database,
        backups=options.backups,
        now=wiring.clock.now(),
        engine=options.proof_engine,
        engine_answers=None if engine is None else lambda: engine.flags("All is well.", dialect="en-US"),
    )
    if json:
        print_json(health.as_json())
    else:
        for check in health.checks:
            print(paragraph(f"{'well' if check.well else 'LOOK'}  {check.sentence}"))
            if check.fix and not check.well:
                print(paragraph(check.fix, indent="      "))
    raise typer.Exit(Exit.FINE if health.well else Exit.FINDINGS)
