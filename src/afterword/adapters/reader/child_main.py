"""The process that reads one file: limits first, then the core, then one JSON answer on standard output.

Started by ``child.py`` as ``python -m afterword.adapters.reader.child_main KIND``; standard input holds a
line of JSON options, then the file's bytes.
"""

import contextlib
import json
import sys
from typing import Any

from afterword.adapters.reader import limits

_REFUSED = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
    "ctypes.",
)


def main() -> int:
    """Read one file. Exit code 0 with an answer, 3 when the file is bad input (the answer tells why)."""
    _limit()
    kind = sys.argv[1]
    options = json.loads(sys.stdin.buffer.readline(1_000_000))
    reader, encode = _prepared()
    sys.addaudithook(_refuse)
    data = sys.stdin.buffer.read()
    code, answer = _read(reader, kind, options, data, encode)
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()
    return code


def _limit() -> None:
    """Bound memory, processor time and the size of what may be written; a system without limits goes on."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY_BYTES),
        (resource.RLIMIT_CPU, limits.CPU_SECONDS),
        (resource.RLIMIT_FSIZE, limits.ANSWER_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def _prepared() -> tuple[Any, Any]:
    """Everything that must be imported, before the door is shut."""
    from afterword.adapters.reader.codec import encode
    from afterword.adapters.reader.memory import MemoryReader

    return MemoryReader(), encode


def _read(reader: Any, kind: str, options: dict[str, Any], data: bytes, encode: Any) -> tuple[int, object]:
    from afterword.core.errors import BadInput

    try:
        if kind == "invitation":
            return 0, encode(reader.read_invitation(data, mine=frozenset(options["mine"])))
        if kind == "vcard":
            return 0, encode(reader.read_vcard(data))
        return 0, encode(reader.read_resume(data))
    except BadInput as error:
        return 3, {"error": str(error)}


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Nothing a file holds may open a connection, start a program or write a file."""
    writes = (
        event == "open"
        and len(arguments) > 1
        and isinstance(arguments[1], str)
        and set(arguments[1]) & set("wax+")
    )
    if event.startswith(_REFUSED) or writes:
        raise PermissionError(f"reading a file may not do this: {event}")


if __name__ == "__main__":
    sys.exit(main())
