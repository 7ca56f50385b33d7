"""Frozen dataclasses to JSON text and back, strictly and fast.

Fields that have their default value are left out, so a field added later with a default reads old rows. Whatever does
not fit the declared types raises ValueError: a damaged row must not become a wrong question.
"""

import datetime as dt
import json
import types
from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from sys import intern
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")

Convert = Callable[[Any], Any]

_JSON_TYPES = (str, int, float, bool, list, dict, type(None))


def dump(value: Any) -> str:
    """Return a dataclass, or a plain JSON value with tuples as lists, as JSON text."""
    return _dumps(_encoder(type(value))(value) if is_dataclass(value) else value)


def dump_all(values: Sequence[Any]) -> str:
    """Return a sequence of dataclasses of one class as a JSON array."""
    if not values:
        return "[]"
    encode = _encoder(type(values[0]))
    return _dumps([encode(value) for value in values])


def load(cls: type[T], text: str) -> T:
    """Read one dataclass from JSON text; raises ValueError."""
    return cast(T, _decoder(cls)(json.loads(text)))


def load_all(cls: type[T], text: str) -> tuple[T, ...]:
    """Read a JSON array of dataclasses; raises ValueError."""
    if text == "[]":
        return ()
    decode, found = _decoder(cls), json.loads(text)
    if not isinstance(found, list):
        raise ValueError(f"expected a list of {cls.__name__}, not {type(found).__name__}")
    return tuple(decode(item) for item in found)


def load_texts(text: str) -> tuple[str, ...]:
    """Read a JSON array of strings; raises ValueError."""
    return () if text == "[]" else cast(tuple[str, ...], _decoder(tuple[str, ...])(json.loads(text)))


def load_parts(text: str) -> tuple[Any, ...]:
    """Read a JSON array whose inner arrays become tuples; raises ValueError."""
    return () if text == "[]" else cast(tuple[Any, ...], _decoder(tuple[Any, ...])(json.loads(text)))


_dumps = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def _encoder(kind: Any) -> Convert:
    """Return the function that turns a value of a declared type into JSON values."""
    return _made_encoder(kind)


@cache
def _made_encoder(kind: Any) -> Convert:
    if is_dataclass(kind):
        return _dataclass_encoder(cast(type, kind))
    if get_origin(kind) is tuple:
        return _tuple_encoder(_encoder(get_args(kind)[0]))
    if get_origin(kind) in (Union, types.UnionType):
        return _optional(_encoder(_inner(kind)))
    if kind is dt.date:
        return dt.date.isoformat
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _enum_value
    return _same


def _dataclass_encoder(cls: type) -> Convert:
    hints = get_type_hints(cls)
    plan = tuple((field.name, _default(field), _encoder(hints[field.name])) for field in fields(cls))
    plain = tuple((name, default, None if encode is _same else encode) for name, default, encode in plan)

    def encode(value: Any) -> dict[str, Any]:
        found = {}
        for name, default, convert in plain:
            item = getattr(value, name)
            if item is not default and item != default:
                found[name] = item if convert is None else convert(item)
        return found

    return encode


def _tuple_encoder(encode: Convert) -> Convert:
    return list if encode is _same else lambda items: [encode(item) for item in items]


def _optional(convert: Convert) -> Convert:
    return convert if convert is _same else lambda item: None if item is None else convert(item)


def _enum_value(item: Any) -> Any:
    return item.value


def _same(item: Any) -> Any:
    return item


def _decoder(kind: Any) -> Convert:
    """Return the function that reads a value of a declared type from JSON values; it raises ValueError."""
    return _made_decoder(kind)


@cache
def _made_decoder(kind: Any) -> Convert:
    if is_dataclass(kind):
        return _dataclass_decoder(cast(type, kind))
    if get_origin(kind) is tuple:
        return _tuple_decoder(_decoder(get_args(kind)[0]))
    if get_origin(kind) in (Union, types.UnionType):
        convert = _decoder(_inner(kind))
        return lambda item: None if item is None else convert(item)
    if kind is dt.date:
        return lambda item: dt.date.fromisoformat(_text(item))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _PLAIN[kind]


def _dataclass_decoder(cls: type) -> Convert:
    hints = get_type_hints(cls)
    readers = {field.name: _decoder(hints[field.name]) for field in fields(cls)}

    def decode(found: Any) -> Any:
        if not isinstance(found, dict):
            raise ValueError(f"expected {cls.__name__}, not {type(found).__name__}")
        try:
            return cls(**{name: readers[name](item) for name, item in found.items()})
        except KeyError as error:
            raise ValueError(f"{cls.__name__} has no field {error}") from None
        except TypeError as error:
            raise ValueError(str(error)) from None

    return decode


def _tuple_decoder(decode: Convert) -> Convert:
    def convert(items: Any) -> tuple[Any, ...]:
        if not isinstance(items, list):
            raise ValueError(f"expected a list, not {type(items).__name__}")
        return tuple(decode(item) for item in items)

    return convert


def _inner(kind: Any) -> Any:
    """Return X of ``X | None``."""
    return next(part for part in get_args(kind) if part is not type(None))


def _default(field: Field[Any]) -> Any:
    return MISSING if field.default is MISSING else field.default


_SHORT = 16  # roles, prepositions and the like stand in thousands of phrases: one copy is enough


def _text(item: Any) -> Any:
    if not isinstance(item, str):
        raise ValueError(f"expected text, not {type(item).__name__}")
    return intern(item) if len(item) < _SHORT else item


def _whole(item: Any) -> Any:
    if not isinstance(item, int) or isinstance(item, bool):
        raise ValueError(f"expected a whole number, not {type(item).__name__}")
    return item


def _number(item: Any) -> Any:
    if not isinstance(item, int | float) or isinstance(item, bool):
        raise ValueError(f"expected a number, not {type(item).__name__}")
    return float(item)


def _truth(item: Any) -> Any:
    if not isinstance(item, bool):
        raise ValueError(f"expected true or false, not {type(item).__name__}")
    return item


def _anything(item: Any) -> Any:
    return tuple(_anything(part) for part in item) if isinstance(item, list) else item


def _texts_by_name(item: Any) -> Any:
    if not isinstance(item, dict) or not all(isinstance(value, str) for value in item.values()):
        raise ValueError("expected an object of texts")
    return item


_PLAIN: dict[Any, Convert] = {
    str: _text,
    int: _whole,
    float: _number,
    bool: _truth,
    Any: _anything,
    dict[str, str]: _texts_by_name,
}
