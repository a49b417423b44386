"""Who works here: sign-in, passwords, staff and their roles. Passwords are never in acts."""

from __future__ import annotations

from dataclasses import dataclass

from clerk_app.domain.acts.base import StaffId, StreamType, stream_id
from clerk_app.domain.acts.office import Role, StaffChanged
from clerk_app.domain.acts.workstation import SignedIn, SignedOut
from clerk_app.domain.errors import Fault, RuleViolation
from clerk_app.domain.exchange import Credential
from clerk_app.domain.listing import NewAct
from clerk_app.domain.office import Office, StaffMember
from clerk_app.ports import Reader, UnitOfWork

SHORTEST_PASSWORD = 8
"""Characters (GB/T 22239-2019 practice); the strength list comes with the hardening issue."""


@dataclass(frozen=True, slots=True)
class PasswordHasher:
    """Argon2id with the library's parameters (RFC 9106, second recommended choice); loaded when first used."""

    def hash(self, password: str) -> str:
        """Return the encoded hash of a password."""
        from argon2 import PasswordHasher as Argon2

        return Argon2().hash(password)

    def verify(self, encoded: str, password: str) -> bool:
        """Say whether the password belongs to the hash; takes the same time for every wrong one."""
        from argon2 import PasswordHasher as Argon2
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return Argon2().verify(encoded, password)
        except (VerificationError, InvalidHashError):
            return False

    def is_old(self, encoded: str) -> bool:
        """Say whether the parameters have risen since the hash was made."""
        from argon2 import PasswordHasher as Argon2

        return Argon2().check_needs_rehash(encoded)


def acting_member(reader: Reader, user: str) -> StaffMember:
    """Return the active person of this user name.

    Raises:
        RuleViolation: nobody of this name, or the right ended.
    """
    member = reader.office().member(user)
    if member is None:
        raise RuleViolation("staff_unknown", field="user", user=user)
    if not member.active:
        raise RuleViolation("staff_inactive", field="user", user=user)
    return member


def member_with_role(office: Office, role: Role) -> StaffMember:
    """Return the first active person with a role (training data: who the act needs).

    Raises:
        RuleViolation: nobody has the role.
    """
    for one in office.staff:
        if one.active and role in one.roles:
            return one
    raise RuleViolation("role_missing", role=role.value, kind="")


def check_password(reader: Reader, user: str, password: str) -> StaffMember:
    """Return the person whose password this is; the same refusal for a wrong name and a wrong password.

    Raises:
        RuleViolation: `password_wrong`, or `password_missing` when this PC has no hash of the person yet.
    """
    member = reader.office().member(user)
    credential = reader.credential(user)
    if member is not None and member.active and credential is None:
        raise RuleViolation("password_missing", field="password", user=user)
    if member is None or credential is None or not PasswordHasher().verify(credential.hash, password):
        raise RuleViolation("password_wrong", field="password")
    if not member.active:
        raise RuleViolation("staff_inactive", field="user", user=user)
    return member


def sign_in(uow: UnitOfWork, user: str, password: str) -> StaffMember:
    """Check the password and record the sign-in in the workstation's stream (caller commits)."""
    check_password(uow.reader, user, password)
    return sign_in_checked(uow, user, password)


def sign_in_checked(uow: UnitOfWork, user: str, password: str) -> StaffMember:
    """Record the sign-in of a person whose password was checked before the unit of work began (caller commits).

    Hashing takes a quarter of a second; the writer's turn should not wait for it.
    """
    member = acting_member(uow.reader, user)
    credential = uow.reader.credential(user)
    hasher = PasswordHasher()
    if credential is not None and hasher.is_old(credential.hash):
        uow.set_credential(Credential(user, hasher.hash(password), uow.clock.now()))
    _note(uow, member.staff_id, SignedIn(user))
    return member


def sign_out(uow: UnitOfWork, member: StaffMember) -> None:
    """Record that the person left (caller commits)."""
    _note(uow, member.staff_id, SignedOut(member.user))


def _note(uow: UnitOfWork, actor: StaffId, act: SignedIn | SignedOut) -> None:
    stream = stream_id(StreamType.WORKSTATION, uow.identity.workstation)
    uow.append([NewAct(stream, act, uow.clock.today())], actor=actor)


def set_password(uow: UnitOfWork, user: str, password: str) -> None:
    """Give a person a new password (caller commits).

    Raises:
        RuleViolation: too short.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise RuleViolation("password_too_short", field="password", length=SHORTEST_PASSWORD)
    uow.set_credential(Credential(user, PasswordHasher().hash(password), uow.clock.now()))


@dataclass(frozen=True, slots=True)
class StaffForm:
    """What an administrator enters for a person."""

    user: str
    name: str
    roles: tuple[Role, ...]
    phone: str = ""
    active: bool = True
    workstations: tuple[str, ...] = ()


def change_staff(uow: UnitOfWork, form: StaffForm, *, actor: StaffMember, password: str | None = None) -> None:
    """Record a new or changed person; only an administrator may (caller commits).

    Raises:
        RuleViolation: no right, missing name or roles, or duties that the law separates in one person.
    """
    if Role.ADMIN not in actor.roles:
        raise RuleViolation("role_missing", role=Role.ADMIN.value, kind="staff_changed")
    faults = staff_faults(form)
    if faults:
        raise RuleViolation.of(faults)
    act = StaffChanged(form.user, form.name, form.roles, form.active, form.phone, form.workstations)
    stream = stream_id(StreamType.STAFF, form.user)
    uow.append([NewAct(stream, act, uow.clock.today())], actor=actor.staff_id)
    if password is not None:
        set_password(uow, form.user, password)


SEPARATED = frozenset({Role.ADMIN, Role.SECURITY, Role.AUDIT})
"""系统管理, 安全管理 and 安全审计 are three persons (GB/T 22239-2019, 三员分立)."""


def staff_faults(form: StaffForm) -> tuple[Fault, ...]:
    """Return what is wrong with the entry of a person."""
    faults = []
    if not form.user.strip():
        faults.append(Fault.of("field_missing", field="user"))
    if not form.name.strip():
        faults.append(Fault.of("field_missing", field="name"))
    if not form.roles:
        faults.append(Fault.of("field_missing", field="roles"))
    if len(SEPARATED & set(form.roles)) > 1:
        faults.append(Fault.of("duties_separated", field="roles"))
    return tuple(faults)
