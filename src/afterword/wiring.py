"""The one place that joins adapters to services."""

from dataclasses import dataclass
from functools import cache

from afterword.adapters.clock import clock_for
from afterword.adapters.ids import RandomIds
from afterword.core.protocol.playbook import Playbook, default_playbook
from afterword.options import Options, read_options
from afterword.ports.clock import Clock
from afterword.ports.ids import Ids
from afterword.ports.language_model import LanguageModel
from afterword.ports.proof import ProofEngine
from afterword.ports.reading import FileReader
from afterword.store.setup import LOCAL_OWNER


@dataclass(frozen=True, slots=True)
class Wiring:
    """Everything a face hands to services."""

    options: Options
    owner: str
    clock: Clock
    ids: Ids
    playbook: Playbook
    reader: FileReader
    engine: ProofEngine | None
    model: LanguageModel | None


def wire(options: Options) -> Wiring:
    """Real adapters for these options."""
    return Wiring(
        options=options,
        owner=LOCAL_OWNER,
        clock=clock_for(options.now),
        ids=RandomIds(),
        playbook=default_playbook(),
        reader=_reader(),
        engine=_engine(options.proof_engine),
        model=_model(options),
    )


@cache
def wired() -> Wiring:
    """This process's wiring, from the environment."""
    return wire(read_options())


def _reader() -> FileReader:
    from afterword.adapters.reader.child import ChildReader

    return ChildReader()


def _engine(name: str) -> ProofEngine | None:
    """The engine by its setting; it starts only when it is first asked."""
    if name == "none":
        return None
    from afterword.adapters.proof.process import EngineProcess

    return EngineProcess(name)


def _model(options: Options) -> LanguageModel | None:
    if not options.model_url:
        return None
    from afterword.adapters.key_file import read_key
    from afterword.adapters.language_model.openai_compatible import OpenAICompatible

    key = read_key(options.model_key_file) if options.model_key_file else ""
    return OpenAICompatible(url=options.model_url, model=options.model_name, key=key)
