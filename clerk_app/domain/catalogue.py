"""Licence items, their materials and the legal texts that papers quote, all versioned with effective dates.

Everything here is data of the office (`db/seed`, then acts of its streams); nothing of the law is a constant in code.
What is not confirmed by the bureau or a public source says so (`confirmed`, `note`).
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

import msgspec

from clerk_app.domain.clocks import Limit

_BRACKETS = str.maketrans("（）［］【】〔〕", "()()()()")
_PERCENT = 100


class Kind(StrEnum):
    """What is asked for about a licence."""

    NEW = "new"
    CHANGE = "change"
    RENEW = "renew"
    REAPPLY = "reapply"
    REPLACE = "replace"
    CANCEL = "cancel"


class ItemType(StrEnum):
    """行政许可 or 备案 (其他行政权力)."""

    LICENCE = "licence"
    FILING = "filing"


class Trade(StrEnum):
    """The licensed trades of the bureau, with the words of its ledgers."""

    HAZARDOUS_CHEMICALS = "危险化学品"
    FIREWORKS = "烟花爆竹"
    MINES = "非煤矿山"
    METALLURGY = "金属冶炼"
    PRECURSORS = "易制毒化学品"


class ResultKind(StrEnum):
    """What a granted application ends in."""

    CERTIFICATE = "certificate"
    REVIEW_OPINION = "review_opinion"
    FILING_CERTIFICATE = "filing_certificate"


class ClockStart(StrEnum):
    """Which day starts the decision clock of a kind."""

    ACCEPTANCE = "acceptance"
    MATERIALS_COMPLETE = "materials_complete"


class MaterialForm(StrEnum):
    """Whether the original, a copy or either must be handed in."""

    ORIGINAL = "original"
    COPY = "copy"
    EITHER = "either"


class FieldType(StrEnum):
    """How an item's own field is filled in."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    DATE = "date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """One thing to hand in, with the clause that asks for it.

    `condition` says when it is needed (empty: always); `deferrable` whether it may follow by promise (容缺);
    `retrievable` whether the office can fetch it as an electronic licence; `requirement` is the right form, printed in
    a one-time notice; `defect_phrases` are the ready sentences of what is wrong with it.
    """

    code: str
    name: str
    form: MaterialForm
    copies: int
    clause: str
    required: bool = True
    condition: str = ""
    deferrable: bool = False
    retrievable: bool = False
    requirement: str = ""
    defect_phrases: tuple[str, ...] = ()
    confirmed: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnField:
    """A field that only this item has; `printed` ones stand on the certificate."""

    code: str
    label: str
    type: FieldType
    required: bool = True
    choices: tuple[str, ...] = ()
    unit: str = ""
    printed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRule:
    """Limits and materials of one kind of application for an item.

    `confirmed` is about the limits; each material has its own mark. `extension` None means that the law gives none.
    """

    kind: Kind
    statutory: Limit
    promised: Limit
    extension: Limit | None
    materials: tuple[Material, ...]
    clock_start: ClockStart = ClockStart.ACCEPTANCE
    note: str = ""
    confirmed: bool = True

    def material(self, code: str) -> Material | None:
        """Find a material by its code."""
        return next((item for item in self.materials if item.code == code), None)

    def meets_compression(self, percent: int) -> bool:
        """Tell whether the promise cuts the statutory limit by at least `percent`; the boundary belongs to it.

        A same-day limit cannot be cut and meets every percentage.

        Source:
            民法典第一千二百五十九条: "以上"包括本数.
        """
        whole, promised = self.statutory.whole_days, self.promised.whole_days
        return whole == 0 or (whole - promised) * _PERCENT >= percent * whole


@dataclass(frozen=True, slots=True, kw_only=True)
class StageLimits:
    """The limits around a decision that an item version brings along.

    `supplement_period` is the applicant's and of the office's choosing; `renewal_before` is how long before expiry
    renewal is asked for, None where there is no renewal.
    """

    supplement_notice: Limit
    supplement_period: Limit
    delivery: Limit
    publication: Limit
    renewal_before: Limit | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemVersion:
    """A licence item as it is from one day to another, both included.

    `accepted_here` False means that another authority decides (`competence` names it) and an application is refused
    under art. 32(2). `number_series` names the certificate series.
    """

    code: str
    name: str
    short_name: str
    trade: Trade
    version: int
    effective_from: date
    effective_to: date | None
    item_type: ItemType
    competence: str
    accepted_here: bool
    basis: tuple[str, ...]
    kinds: tuple[KindRule, ...]
    fields: tuple[OwnField, ...]
    stages: StageLimits
    validity_years: int | None
    validity_note: str
    result: ResultKind
    result_name: str
    number_series: str
    application_form: str
    in_standard_catalogue: bool
    online_hall: bool
    online_depth: int
    source: str
    confirmed: bool = True
    note: str = ""

    def is_effective(self, on: date) -> bool:
        """Tell whether this version is in force on a day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)

    def rule(self, kind: Kind) -> KindRule | None:
        """Return the rule of a kind, None if the item has no such kind (then `fallback` says what to offer)."""
        return next((rule for rule in self.kinds if rule.kind is kind), None)

    def fallback(self, kind: Kind) -> Kind | None:
        """Return the kind to offer instead of one that the item does not have: 重新申请, where it exists."""
        if self.rule(kind) is not None:
            return kind
        return Kind.REAPPLY if self.rule(Kind.REAPPLY) is not None else None

    def own_field(self, code: str) -> OwnField | None:
        """Find an own field by its code."""
        return next((item for item in self.fields if item.code == code), None)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name under which ledgers know an item or a kind; `target` is the code."""

    name: str
    target: str


@dataclass(frozen=True, slots=True)
class AliasTable:
    """All names of items and of kinds that ledgers use."""

    items: tuple[Alias, ...] = ()
    kinds: tuple[Alias, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextVersion:
    """A legal text as it is printed from one day to another, both included.

    `body` may hold the tokens {authority}, {court} and {reconsideration_body} of the office and tokens of the paper.
    `verified_on` is the day somebody compared it with the law, None while it comes from memory.
    """

    code: str
    version: int
    effective_from: date
    effective_to: date | None
    body: str
    source: str
    verified_on: date | None = None
    note: str = ""

    def is_effective(self, on: date) -> bool:
        """Tell whether this version is in force on a day."""
        return self.effective_from <= on and (self.effective_to is None or on <= self.effective_to)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All versions of all items; ended items stay, so that old cases keep theirs."""

    items: tuple[ItemVersion, ...]
    aliases: AliasTable = field(default_factory=AliasTable)

    def at(self, code: str, on: date) -> ItemVersion | None:
        """Return the version of an item in force on a day; of two, the higher version."""
        found = [item for item in self.items if item.code == code and item.is_effective(on)]
        return max(found, key=lambda item: item.version, default=None)

    def version(self, code: str, version: int) -> ItemVersion | None:
        """Return one version of an item, whatever the day."""
        return next((item for item in self.items if item.code == code and item.version == version), None)

    def codes(self) -> tuple[str, ...]:
        """List all codes once, in the order of the data."""
        return tuple(dict.fromkeys(item.code for item in self.items))

    def effective(self, on: date) -> tuple[ItemVersion, ...]:
        """List the version in force on a day of every item that is, in the order of the data."""
        return tuple(item for code in self.codes() if (item := self.at(code, on)) is not None)

    def resolve_name(self, name: str) -> str | None:
        """Return the code of an item by its code, name, short name or an alias, whatever the brackets' width."""
        wanted = plain_name(name)
        for item in self.items:
            if wanted in (plain_name(item.code), plain_name(item.name), plain_name(item.short_name)):
                return item.code
        return next((alias.target for alias in self.aliases.items if plain_name(alias.name) == wanted), None)

    def resolve_kind(self, name: str) -> Kind | None:
        """Return a kind by its code or one of its names."""
        wanted = plain_name(name)
        code = next((alias.target for alias in self.aliases.kinds if plain_name(alias.name) == wanted), wanted.lower())
        return next((kind for kind in Kind if kind.value == code), None)


@dataclass(frozen=True, slots=True)
class TextLibrary:
    """All versions of all legal texts."""

    texts: tuple[TextVersion, ...]

    def at(self, code: str, on: date) -> TextVersion | None:
        """Return the text in force on a day; of two, the higher version."""
        found = [text for text in self.texts if text.code == code and text.is_effective(on)]
        return max(found, key=lambda text: text.version, default=None)

    def codes(self) -> tuple[str, ...]:
        """List all codes once, in the order of the data."""
        return tuple(dict.fromkeys(text.code for text in self.texts))


@lru_cache(maxsize=4096)
def plain_name(name: str) -> str:
    """Fold a name for comparison: width, brackets and blanks do not matter."""
    folded = unicodedata.normalize("NFKC", name.translate(_BRACKETS)).upper()
    return "".join(char for char in folded if not char.isspace())


def catalogue_from(items: Iterable[ItemVersion], *, aliases: AliasTable | None = None) -> Catalogue:
    """Build a catalogue, ordering the versions of each item while items keep the order of the data."""
    known = tuple(items)
    order = {code: place for place, code in enumerate(dict.fromkeys(item.code for item in known))}
    ordered = sorted(known, key=lambda item: (order[item.code], item.version))
    return Catalogue(tuple(ordered), aliases or AliasTable())


def items_from(data: bytes) -> tuple[ItemVersion, ...]:
    """Read item versions (JSON, a list of `ItemVersion`).

    Raises:
        msgspec.ValidationError: the data is not of that form.
    """
    return msgspec.json.decode(data, type=tuple[ItemVersion, ...])


def texts_from(data: bytes) -> tuple[TextVersion, ...]:
    """Read legal texts (JSON, a list of `TextVersion`).

    Raises:
        msgspec.ValidationError: the data is not of that form.
    """
    return msgspec.json.decode(data, type=tuple[TextVersion, ...])


def aliases_from(data: bytes) -> AliasTable:
    """Read the other names of items and kinds (JSON, an `AliasTable`).

    Raises:
        msgspec.ValidationError: the data is not of that form.
    """
    return msgspec.json.decode(data, type=AliasTable)
