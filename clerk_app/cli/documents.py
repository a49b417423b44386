"""Reads the JSON that a command is given, strictly: an unknown field is refused by its name and place."""

from __future__ import annotations

import dataclasses
import sys
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from clerk_app.domain.errors import EnvironmentProblem, UsageProblem

T = TypeVar("T")

STANDARD_INPUT = "-"
_LARGEST = 4 * 1024 * 1024
"""Bytes; a payload is 64 KiB at most."""


def read_bytes(path: Path, *, largest: int = _LARGEST) -> bytes:
    """Return the content of a file that the command names.

    Raises:
        UsageProblem: there is no such file (`file_missing`), or it is far too large (`file_too_large`).
        EnvironmentProblem: it cannot be read (`file_unreadable`).
    """
    try:
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as exc:
        raise UsageProblem("file_missing", file=path) from exc
    except OSError as exc:
        raise EnvironmentProblem("file_unreadable", file=path, reason=exc.strerror or exc) from exc
    if len(data) > largest:
        raise UsageProblem("file_too_large", file=path, limit=largest)
    return data


def make_room(path: Path) -> None:
    """Make the folder of a file that will be written.

    Raises:
        EnvironmentProblem: the disk is in the way (`file_unwritable`).
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise EnvironmentProblem("file_unwritable", file=path, reason=exc.strerror or exc) from exc


def write_bytes(path: Path, data: bytes) -> None:
    """Write what a command was asked for, whole or not at all.

    Raises:
        EnvironmentProblem: the disk is in the way (`file_unwritable`).
    """
    make_room(path)
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as exc:
        part.unlink(missing_ok=True)
        raise EnvironmentProblem("file_unwritable", file=path, reason=exc.strerror or exc) from exc


def read_object(name: str) -> dict[str, object]:
    """Return the JSON object of a file, or of standard input for "-".

    Raises:
        UsageProblem: no such file, no JSON, or no object (`json_malformed`).
    """
    data = sys.stdin.buffer.read(_LARGEST) if name == STANDARD_INPUT else read_bytes(Path(name))
    try:
        found = msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=dict[str, object])
    except (msgspec.MsgspecError, UnicodeDecodeError) as exc:
        raise UsageProblem("json_malformed", file=name, detail=exc) from exc
    return found


def converted(plain: object, wanted: type[T]) -> T:
    """Return plain data as `wanted`, a dataclass.

    Raises:
        UsageProblem: unknown fields, all of them named (`fields_unknown`), or a value of another kind (`json_malformed`).
    """
    unknown = sorted(set(_unknown(plain, wanted, "")))
    if unknown:
        raise UsageProblem("fields_unknown", names="、".join(unknown))
    try:
        return msgspec.convert(plain, wanted)
    except msgspec.MsgspecError as exc:
        raise UsageProblem("json_malformed", file="", detail=exc) from exc


def _unknown(plain: object, wanted: object, path: str) -> Iterator[str]:
    """Name the fields that `wanted` does not have, at any depth; the library itself passes them over."""
    if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        if not isinstance(plain, dict):
            return
        kinds = typing.get_type_hints(wanted)
        names = {field.name for field in dataclasses.fields(wanted)}
        for key, value in plain.items():
            if key in names:
                yield from _unknown(value, kinds[key], f"{path}{key}.")
            else:
                yield f"{path}{key}"
        return
    inside = typing.get_args(wanted)
    if typing.get_origin(wanted) in (typing.Union, types.UnionType):
        for one in inside:
            if dataclasses.is_dataclass(one) or typing.get_origin(one) is tuple:
                yield from _unknown(plain, one, path)
    elif typing.get_origin(wanted) is tuple and isinstance(plain, list):
        for place, value in enumerate(plain):
            yield from _unknown(value, inside[0], f"{path.removesuffix('.')}[{place}].")
