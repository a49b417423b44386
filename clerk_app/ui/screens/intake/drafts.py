"""Keeps the half-done intake: it saves itself, is parked by one key, and is offered again after a crash."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from clerk_app.domain.listing import Draft
from clerk_app.ports import UnitOfWork
from clerk_app.ui.context import UiContext
from clerk_app.ui.refresh import Topic
from clerk_app.ui.screens.intake.sheet import IntakeSheet
from clerk_app.ui.tasks import Lane, is_cancelled

_DEBOUNCE_MS = 1000


@dataclass(frozen=True, slots=True)
class Parked:
    """A draft that can be resumed; `sheet` is None if another version of the program wrote it."""

    draft: Draft
    sheet: IntakeSheet | None


class DraftKeeper(QObject):
    """One person's drafts.

    Signals:
        listed(object): the `Parked` drafts but the one that is being worked on, newest first.
        failed(object): an error of the database.
    """

    listed = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: UiContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._ctx, self._owner = ctx, owner
        self.current = ""
        self._pending: tuple[IntakeSheet, str] | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DEBOUNCE_MS)
        self._wait.timeout.connect(self.flush)

    def touch(self, sheet: IntakeSheet, *, title: str) -> None:
        """The form changed: save it when the typing pauses; an emptied form is forgotten."""
        if sheet.is_blank:
            self.drop()
            return
        self.current = self.current or uuid.uuid4().hex
        self._pending = (sheet, title)
        self._wait.start()

    def flush(self) -> None:
        """Save at once what waits to be saved."""
        self._wait.stop()
        waiting, self._pending = self._pending, None
        if waiting is not None:
            sheet, title = waiting
            self._write(partial(_save, self.current, title, sheet.encode(), self._ctx.session.user))

    def park(self, sheet: IntakeSheet, *, title: str) -> None:
        """Save the form as put aside and begin a new one."""
        self.touch(sheet.parked(is_parked=True), title=title)
        self.flush()
        self.current = ""

    def adopt(self, parked: Parked) -> None:
        """The form now works on this draft."""
        self.flush()
        self.current = parked.draft.draft_id

    def drop(self) -> None:
        """The form is done with: forget its draft."""
        self._wait.stop()
        self._pending = None
        done, self.current = self.current, ""
        if done:
            self._write(partial(_drop, done))

    def list(self) -> None:
        """Read the drafts of this person."""
        reader, user = self._ctx.services.desk.reader, self._ctx.session.user
        self._ctx.tasks.submit(
            self._owner, lambda: _readable(reader.drafts(user)), done=self._on_listed, failed=self._on_failed
        )

    def _write(self, change: Callable[[UnitOfWork], None]) -> None:
        ctx = self._ctx
        # The hub outlives the page: a page that is freed drops its jobs, and the last thing typed must not go with them.
        ctx.tasks.submit(
            ctx.hub,
            partial(ctx.services.desk.write, change),
            done=partial(_announce, ctx),
            failed=ctx.show_error,
            lane=Lane.WRITE,
        )

    def _on_listed(self, found: tuple[Parked, ...]) -> None:
        self.listed.emit(tuple(one for one in found if one.draft.draft_id != self.current))

    def _on_failed(self, error: Exception) -> None:
        if not is_cancelled(error):
            self.failed.emit(error)


def _announce(ctx: UiContext, _result: None) -> None:
    ctx.hub.announce(Topic.DRAFTS)


def _save(draft_id: str, title: str, body: str, user: str, uow: UnitOfWork) -> None:
    uow.save_draft(Draft(draft_id, title, body, user, uow.clock.now()))


def _drop(draft_id: str, uow: UnitOfWork) -> None:
    uow.drop_draft(draft_id)


def _readable(drafts: tuple[Draft, ...]) -> tuple[Parked, ...]:
    found = []
    for one in drafts:
        try:
            sheet = IntakeSheet.decode(one.body)
        except msgspec.MsgspecError:
            sheet = None
        found.append(Parked(replace(one, body=""), sheet))
    return tuple(found)
