"""The administrator's settings, read once from `clerk.toml` in the data folder; never a secret, never written by the program.

Business options are acts of the office, window geometry is QSettings: neither belongs here. pydantic costs half a second to import and is
imported only when the file exists.
"""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlsplit

from clerk_app.domain.errors import EnvironmentProblem
from clerk_app.paths import default_data_dir

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE_NAME = "clerk.toml"
DATA_DIR_VARIABLE = "CLERK_APP_DATA_DIR"
_STRICT: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printers:
    """Names of the system's print queues; empty means the system's default."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    papers: str = ""
    certificates: str = ""
    labels: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeWindow:
    """When the verified nightly exchange may run, in the office's local time; the window may pass midnight."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _STRICT

    closing_at: time = time(17, 30)
    night_from: time = time(22, 0)
    night_until: time = time(5, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the administrator set for this computer.

    `server` is the shared server's address without a password, `office` the office's code; both empty until set.
    """

    data_dir: Path
    office: str = ""
    server: str = ""
    printers: Printers = field(default_factory=Printers)
    exchange: ExchangeWindow = field(default_factory=ExchangeWindow)


def data_dir(given: Path | None, *, environ: Mapping[str, str] = os.environ) -> Path:
    """Return the data folder: the one given, else the one of `CLERK_APP_DATA_DIR`, else the platform's."""
    if given is not None:
        return given.absolute()
    named = environ.get(DATA_DIR_VARIABLE, "")
    return Path(named).absolute() if named else default_data_dir()


def load(folder: Path) -> Settings:
    """Return the settings of a data folder, which may not exist yet; every one has a default, so that the file need not exist either.

    Raises:
        EnvironmentProblem: `settings.unreadable` (no text, no TOML), `settings.invalid` (an unknown or wrong key, all of them named),
            `settings.password_in_address` (a secret in the server's address).
    """
    path = folder / FILE_NAME
    if not path.exists():
        return Settings(data_dir=folder)
    settings = _read(folder, path)
    try:
        secret = urlsplit(settings.server).password
    except ValueError as exc:
        raise EnvironmentProblem("settings.invalid", file=path, keys="server") from exc
    if secret is not None:
        raise EnvironmentProblem("settings.password_in_address", file=path)
    return settings


def _read(folder: Path, path: Path) -> Settings:
    from pydantic import ValidationError
    from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

    class AdministratorsFile(BaseSettings):
        """The keys that `clerk.toml` may have."""

        model_config = SettingsConfigDict(extra="forbid", toml_file=path, frozen=True)

        office: str = ""
        server: str = ""
        printers: Printers = Printers()
        exchange: ExchangeWindow = ExchangeWindow()

        @classmethod
        def settings_customise_sources(
            cls, settings_cls: type[BaseSettings], *_: PydanticBaseSettingsSource, **__: PydanticBaseSettingsSource
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return (TomlConfigSettingsSource(settings_cls),)

    try:
        read = AdministratorsFile()
    except ValidationError as exc:
        keys = ", ".join(sorted({".".join(str(part) for part in fault["loc"]) for fault in exc.errors()}))
        raise EnvironmentProblem("settings.invalid", file=path, keys=keys) from exc
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as exc:
        raise EnvironmentProblem("settings.unreadable", file=path, reason=type(exc).__name__) from exc
    return Settings(
        data_dir=folder, office=read.office, server=read.server, printers=read.printers, exchange=read.exchange
    )
