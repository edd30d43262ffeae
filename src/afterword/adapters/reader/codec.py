"""The core's frozen values as JSON and back, by their annotations; what comes back is checked, not trusted."""

import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

Value = TypeVar("Value")
_PLAIN = (str, int, bool, float)


def encode(value: object) -> object:
    """A JSON value; an instant keeps the name of its zone beside it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, datetime):
        return {"at": value.isoformat(), "zone": getattr(value.tzinfo, "key", "")}
    if isinstance(value, date):
        return value.isoformat()
    return value


def decode(kind: type[Value], value: object) -> Value:
    """A value of ``kind`` from what ``encode`` made. Raises ValueError or TypeError when it does not fit."""
    return _decode(kind, value)  # type: ignore[no-any-return]


def _decode(kind: Any, value: Any) -> Any:
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return _one_of(get_args(kind), value)
    if origin is tuple:
        return tuple(_decode(get_args(kind)[0], item) for item in _checked(list, value))
    if is_dataclass(kind):
        held = _checked(dict, value)
        return kind(**{name: _decode(of, held[name]) for name, of in _hints(kind).items() if name in held})  # type: ignore[operator, arg-type]
    if kind is datetime:
        return _instant(_checked(dict, value))
    if kind is date:
        return date.fromisoformat(_checked(str, value))
    if issubclass(kind, StrEnum):
        return kind(_checked(str, value))
    return _checked(kind if kind in _PLAIN else getattr(kind, "__supertype__", kind), value)


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    if value is None and types.NoneType in kinds:
        return None
    return _decode(next(kind for kind in kinds if kind is not types.NoneType), value)


def _checked(kind: Any, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"expected {kind}, got {type(value)}")
    return value


def _instant(held: dict[str, Any]) -> datetime:
    time = datetime.fromisoformat(_checked(str, held["at"]))
    zone = _checked(str, held["zone"])
    return time.astimezone(ZoneInfo(zone)) if zone else time


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)
