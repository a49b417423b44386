"""`central …`: what the administrator of the shared server does from the founder's data folder.

The address and the authority that signs the server's certificate are remembered beside the data, never the password.
"""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import msgspec

from clerk_app.cli.context import Context, ask_password
from clerk_app.cli.documents import read_bytes, write_bytes
from clerk_app.cli.outcome import Outcome, pairs, table
from clerk_app.cli.pgpass import remembered_password
from clerk_app.cli.wiring import Administration, CentralStatus, Parts, Workstation
from clerk_app.domain.acts.office import Role
from clerk_app.domain.errors import UsageProblem
from clerk_app.services.founding import take_over_series
from clerk_app.wording import word

PASSWORD_VARIABLE = "CLERK_CENTRAL_PASSWORD"  # noqa: S105 — the name of the variable
ADDRESS_FILE = "central.json"


@dataclass(frozen=True, slots=True)
class Address:
    """Where the shared server is, and the PEM of the authority that signs its certificate."""

    url: str
    ca: str


@dataclass(frozen=True, slots=True)
class _Session:
    parts: Parts
    server: Administration
    address: Address


@contextmanager
def _session(context: Context, words: Namespace) -> Iterator[_Session]:
    """Open the founder's data folder and find the way to the server."""
    with context.opened() as parts:
        address = _address(context.data_dir, words)
        server = context.wiring.administration(address.url, _password(address.url), ca=address.ca)
        yield _Session(parts, server, address)


def init(context: Context, words: Namespace) -> Outcome:
    """Prepare the server for this office, take the number series over, and keep the founder's own credentials.

    Doing it again changes nothing.
    """
    with _session(context, words) as session:
        parts, identity = session.parts, session.parts.store.identity
        member = context.member(parts, Role.ADMIN)
        profile = parts.store.reading().office().profile
        name = profile.name if profile else identity.office
        status = session.server.init(office=identity.office, name=name, training=identity.training)
        file = context.wiring.login_file(context.data_dir)
        if context.wiring.own_epoch(context.data_dir) != status.epoch:
            known = any(one.code == identity.workstation for one in _of_office(status))
            session.server.add_workstation(
                office=identity.office,
                code=identity.workstation,
                series=identity.series,
                founder=identity.founder,
                replace=known,
                out=file,
            )
        with parts.store.unit_of_work() as uow:
            if take_over_series(uow, actor=member, issuer=context.wiring.issuer()):
                uow.commit()
        write_bytes(context.data_dir / ADDRESS_FILE, msgspec.json.encode(session.address))
        return _told(session.server.status(), file=file)


def add_workstation(context: Context, words: Namespace) -> Outcome:
    """Give a workstation a login of its own and write its credentials file."""
    with _session(context, words) as session:
        context.member(session.parts, Role.ADMIN)
        office = session.parts.store.identity.office
        session.server.add_workstation(office=office, code=words.code, out=words.out)
        return _told(session.server.status(), file=words.out)


def status(context: Context, words: Namespace) -> Outcome:
    """Tell how the shared server stands."""
    with _session(context, words) as session:
        return _told(session.server.status())


def list_(context: Context, words: Namespace) -> Outcome:
    """List the workstations; the same answer as `status`."""
    return status(context, words)


def revoke(context: Context, words: Namespace) -> Outcome:
    """End a workstation's login; what it sent stays."""
    with _session(context, words) as session:
        context.member(session.parts, Role.ADMIN)
        return _told(session.server.revoke(office=session.parts.store.identity.office, code=words.code))


def rename(context: Context, words: Namespace) -> Outcome:
    """Give a workstation another name for people; its code stands in acts and stays."""
    with _session(context, words) as session:
        context.member(session.parts, Role.ADMIN)
        office = session.parts.store.identity.office
        return _told(session.server.rename(office=office, code=words.code, label=words.name))


def _of_office(status: CentralStatus) -> tuple[Workstation, ...]:
    return tuple(status.workstations)


def _address(data_dir: Path, words: Namespace) -> Address:
    """Return the address of the words, else the remembered one.

    Raises:
        UsageProblem: none is known (`address_needed`), or no authority is (`ca_needed`).
    """
    file = data_dir / ADDRESS_FILE
    known = msgspec.json.decode(file.read_bytes(), type=Address) if file.exists() else Address("", "")
    url = words.url or known.url
    if not url:
        raise UsageProblem("address_needed")
    place = words.ca or _named_authority(url)
    if place is not None:
        return Address(url, read_bytes(place).decode("ascii", errors="replace"))
    if not known.ca:
        raise UsageProblem("ca_needed")
    return Address(url, known.ca)


def _named_authority(url: str) -> Path | None:
    """Return the file that PostgreSQL's own programs would take: of the address, the environment, or the home folder."""
    try:
        told = parse_qs(urlsplit(url).query).get("sslrootcert", [])
    except ValueError as exc:
        raise UsageProblem("address_wrong") from exc
    if told:
        return Path(told[0])
    if named := os.environ.get("PGSSLROOTCERT"):
        return Path(named)
    usual = Path.home() / ".postgresql" / "root.crt"
    return usual if usual.is_file() else None


def _password(url: str) -> str:
    if told := os.environ.get(PASSWORD_VARIABLE):
        return told
    try:
        parts = urlsplit(url)
        found = remembered_password(
            host=parts.hostname or "",
            port=parts.port or 5432,
            database=parts.path.lstrip("/"),
            user=parts.username or "",
        )
    except ValueError as exc:
        raise UsageProblem("address_wrong") from exc
    return found or ask_password(word("command.central_password"), variable=PASSWORD_VARIABLE)


def _told(status: CentralStatus, *, file: Path | None = None) -> Outcome:
    plain: dict[str, object] = {
        "version": status.version,
        "training": status.training,
        "acts": status.acts,
        "groups_set_aside": status.groups_set_aside,
        "incidents": status.incidents,
        "workstations": [
            {
                "code": one.code,
                "series": one.series,
                "label": one.label,
                "founder": one.founder,
                "acts": one.acts,
                "seen_at": one.seen_at,
                "verified_at": one.verified_at,
                "revoked": one.revoked,
            }
            for one in status.workstations
        ],
        "file": str(file) if file is not None else None,
    }
    head = pairs(
        [
            (word("command.schema"), status.version),
            (word("command.acts"), status.acts),
            (word("command.set_aside"), status.groups_set_aside),
            (word("command.incidents"), status.incidents),
            (word("command.file"), file),
            (word("command.note"), word("command.training_data") if status.training else ""),
        ]
    )
    rows = [
        (one.code, one.series, one.label, one.acts, one.seen_at, word("command.revoked") if one.revoked else "")
        for one in status.workstations
    ]
    codes = ("workstation", "series", "label", "acts", "seen", "note")
    return Outcome(plain, f"{head}\n\n{table([word(f'command.{code}') for code in codes], rows)}")
