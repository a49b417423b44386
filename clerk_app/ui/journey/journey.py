"""One case from the counter to the signed-for letter, step by step, as five people do it at one window.

The steps are a person's: pages by Alt and number, fields by keys, buttons by the mouse. Days pass through `go_to`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTableView

from clerk_app.domain.acts.base import CaseId
from clerk_app.domain.case import Case
from clerk_app.domain.catalogue import ItemVersion
from clerk_app.domain.listing import CaseFilter
from clerk_app.ports import Reader
from clerk_app.ui.journey.driver import JourneyProblem, WindowDriver
from clerk_app.ui.refresh import Topic

_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class Applying:
    """Who applies for what, as the clerk types it."""

    name: str
    number: str
    phone: str
    address: str
    item: str
    kind: str = "new"
    type: str = "entity"
    representative: str = ""
    contact: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    by_post: bool = True


COMPANY = Applying(
    name="台山市台城䶮丰化工有限公司",
    number="91440781MA4TEXT1XQ",
    phone="13826480099",
    address="广东省江门市台山市台城街道环城路99号",
    item="WHJY",
    representative="刘𬭎",
    contact="甄堃",
    fields={"scope": "乙醇、丙酮（不带储存设施经营）", "person_in_charge": "刘𬭎"},
)
PERSON = Applying(
    name="李志明",
    number="440781199001010016",
    phone="13826480098",
    address="台山市大江镇圩市12号",
    item="YHLS",
    type="person",
    contact="李志明",
    fields={"person_in_charge": "李志明", "categories": "C级、D级烟花爆竹", "storage_limit": "20", "area": "18"},
    by_post=False,
)
WAYBILL = "1158203346719"
"""A domestic number of 13 digits; it has no check digit."""


class Journey:
    """Walks the window; `picture` names are kept by the driver where the demo wants them."""

    def __init__(
        self, driver: WindowDriver, reader: Callable[[], Reader], *, go_to: Callable[[date], None], password: str
    ) -> None:
        self.driver, self.reader, self._go_to = driver, reader, go_to
        self._password = password

    # People and days.

    def sign_in(self, user: str) -> None:
        """Sign in as `user` from the first screen."""
        self.driver.write("sign_in.user", user)
        self.driver.write("sign_in.password", self._password)
        self.driver.press("sign_in.password", Qt.Key.Key_Return)
        window = self.driver.window
        self.driver.wait(lambda: window.session is not None and window.session.user == user, f"{user} signed in")
        self.driver.wait(lambda: self.driver.is_visible("main.tabs"), "the workspace")
        self.driver.settle()

    def change_to(self, user: str) -> None:
        """Let another person take the seat (Ctrl+Shift+L)."""
        session = self.driver.window.session
        if session is not None and session.user == user:
            return
        self.driver.shortcut(Qt.Key.Key_L, _CTRL_SHIFT)
        self.sign_in(user)

    def day(self, on: date) -> None:
        """Let the morning of a day come."""
        self._go_to(on)
        if self.driver.window.session is not None:
            self.driver.window.hub.announce(Topic.DAY)
        self.driver.settle()

    # The counter.

    def fill_in(self, who: Applying) -> None:
        """Fill in the intake form."""
        driver = self.driver
        driver.page("intake")
        driver.choose("intake.applicant_type", who.type)
        driver.write("intake.applicant_name", who.name)
        driver.write("intake.credit_code", who.number)
        if who.representative:
            driver.write("intake.legal_representative", who.representative)
        driver.write("intake.address", who.address)
        driver.write("intake.contact", who.contact or who.name)
        driver.write("intake.phone", who.phone)
        driver.choose("intake.item", who.item)
        driver.choose("intake.kind", who.kind)
        driver.settle()
        self._own_fields(who)
        driver.choose("intake.delivery_method", "post" if who.by_post else "pickup")
        if who.by_post:
            driver.write("intake.delivery_recipient", who.contact or who.name)
            driver.write("intake.delivery_phone", who.phone)
            driver.write("intake.delivery_address", who.address)
            driver.write("intake.delivery_postcode", "529200")
        driver.settle()

    def judge(self, name: str, *, wrong: frozenset[int] = frozenset(), key: Qt.Key = Qt.Key.Key_2) -> None:
        """Go through the checklist by keys: 1 for every material, `key` (2 缺, 3 不符合形式) for the rows of `wrong`."""
        found = self.driver.find(name, QTableView)
        found.setFocus(Qt.FocusReason.TabFocusReason)
        model = found.model()
        for row in range(model.rowCount()):
            found.setCurrentIndex(model.index(row, 0))
            QTest.keyClick(found, key if row in wrong else Qt.Key.Key_1)
        self.driver.settle()

    def paper(self, picture: str = "") -> None:
        """Issue the paper that is previewed, print it, and say that the sheet came out."""
        driver = self.driver
        driver.find("preview.issue", QPushButton)
        if picture:
            driver.settle()
            driver.picture(f"{picture}-before")
        driver.click("preview.issue")
        driver.find("preview.confirm.yes", QPushButton)
        driver.settle()
        if picture:
            driver.picture(picture)
        driver.click("preview.print")
        driver.settle()
        driver.click("preview.confirm.yes")
        driver.settle()
        driver.close_dialogs()

    def case_of(self, who: Applying) -> Case:
        """Return the newest case of an applicant as the database has it."""
        reader = self.reader()
        rows = reader.overviews(CaseFilter(text=who.name), order="received_on", descending=True, limit=1)
        case = reader.case(CaseId(rows[0].case_id)) if rows else None
        if case is None:
            raise JourneyProblem("journey.stuck", what=f"a case of {who.name}", seen="")
        return case

    # The case panel.

    def act(self, page: str, code: str, values: dict[str, str] | None = None, *, paper: str | None = None) -> None:
        """Do an action of the case panel on `page`: fill in its form, submit it, and see to its paper.

        Args:
            page: whose panel, e.g. ``deadlines``.
            code: of the action.
            values: field -> what is typed or chosen.
            paper: None when it issues none; else the name of its picture, empty for no picture.
        """
        driver, name = self.driver, f"{page}.case.{code}"
        if driver.is_visible(name):
            driver.click(name)
        else:
            driver.choose_in_menu(f"{page}.case.more", name)
        driver.settle()
        for key, value in (values or {}).items():
            self._enter(f"{name}.{key}", value)
        if driver.is_visible(f"{name}.submit"):
            driver.click(f"{name}.submit")
        driver.settle()
        if paper is not None:
            self.paper(paper)
        driver.settle()

    def _enter(self, name: str, value: str) -> None:
        field_ = self.driver.find(name, QComboBox) if self._is_combo(name) else None
        if field_ is None or field_.isEditable():
            self.driver.write(name, value)
        else:
            self.driver.choose(name, value)

    def _is_combo(self, name: str) -> bool:
        return any(
            one.isVisible() for top in QApplication.topLevelWidgets() for one in top.findChildren(QComboBox, name)
        )

    def _own_fields(self, who: Applying) -> None:
        item = self._item(who.item)
        for one in item.fields if item is not None else ():
            name = f"intake.field.{one.code}"
            value = who.fields.get(one.code, "")
            if one.choices:
                self.driver.choose(name, value or one.choices[0])
            elif value or one.required:
                self._enter(name, value or who.address)

    def _item(self, code: str) -> ItemVersion | None:
        office = self.reader().office()
        ctx = self.driver.window.workspace.ctx
        return office.catalogue.at(code, ctx.today()) if ctx is not None else None
