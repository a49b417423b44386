"""`deadline` and `workdays`: the office's calendar and limits, or the program's own where there is no data folder."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass
from datetime import date

from clerk_app.cli.context import Context
from clerk_app.cli.outcome import Outcome, pairs, table
from clerk_app.domain.calendar import WorkingCalendar
from clerk_app.domain.catalogue import Catalogue, ItemVersion, KindRule, catalogue_from
from clerk_app.domain.clocks import ClockKind, ClockReading, Limit, Stop, read_clock
from clerk_app.domain.errors import RuleViolation, UsageProblem
from clerk_app.domain.trace import TraceLine, trace_clock
from clerk_app.services.casefile import trace_json
from clerk_app.services.seed import load_seed
from clerk_app.wording import trace_text, word


@dataclass(frozen=True, slots=True)
class Ground:
    """What is reckoned with: items under all their names, working days, and the day of reading."""

    catalogue: Catalogue
    calendar: WorkingCalendar
    today: date


def ground(context: Context) -> Ground:
    """Return the office's items and calendar, or the program's where there is no office."""
    seed = load_seed()
    with context.perhaps_opened() as parts:
        if parts is None:
            return Ground(
                catalogue_from(seed.items, aliases=seed.aliases), WorkingCalendar(seed.years), context.today()
            )
        office = parts.store.reading().office()
        return Ground(catalogue_from(office.items, aliases=seed.aliases), office.calendar, parts.clock.today())


def deadline(context: Context, words: Namespace) -> Outcome:
    """Answer when a decision is due, by statute and by promise, with the reckoning."""
    on = ground(context)
    item, rule = _rule(on.catalogue, words.item, words.kind, words.start)
    stops = tuple(_stop(first, last) for first, last in words.stop)
    _refuse_early_stops(stops, start=words.start)
    extension = _extension(item, rule) if words.extend else 0
    statutory = _reading(on, ClockKind.DECISION_STATUTORY, words.start, rule.statutory, stops, extension)
    promised = _reading(on, ClockKind.DECISION_PROMISED, words.start, rule.promised, stops, 0)
    trace = trace_clock(
        on.calendar, start=words.start, limit=rule.statutory, stops=stops, extension=extension, until=on.today
    )
    plain = {
        "item": item.code,
        "kind": rule.kind.value,
        "start": words.start,
        "due": statutory.due,
        "promised_due": promised.due,
        "remaining": statutory.remaining,
        "promised_remaining": promised.remaining,
        "stopped_days": statutory.stopped_days,
        "extension": extension,
        "provisional": statutory.provisional or promised.provisional,
        "today": on.today,
        "trace": trace_json(trace),
    }
    return Outcome(plain, _deadline_text(item, rule, statutory, promised, trace))


def _rule(catalogue: Catalogue, item: str, kind: str, start: date) -> tuple[ItemVersion, KindRule]:
    code = catalogue.resolve_name(item)
    version = catalogue.at(code, start) if code else None
    if version is None:
        raise RuleViolation("item_unknown", field="item", item=item)
    wanted = catalogue.resolve_kind(kind)
    if wanted is None:
        raise UsageProblem("kind_unknown", value=kind)
    rule = version.rule(wanted)
    if rule is None:
        raise RuleViolation("kind_not_offered", field="kind", item=version.name, kind=wanted.value)
    return version, rule


def _stop(first: date, last: date | None) -> Stop:
    said = word("command.given_stop", first=first, last=last or "")
    return Stop(first, last, kind=said, notice=word("command.given_by_words"))


def _refuse_early_stops(stops: tuple[Stop, ...], *, start: date) -> None:
    for one in stops:
        if one.first <= start:
            raise RuleViolation("stop_not_after_acceptance", field="stop", date=one.first, accepted=start)


def _extension(item: ItemVersion, rule: KindRule) -> int:
    if rule.extension is None:
        raise RuleViolation("extension_not_offered", field="extend", item=item.name)
    return rule.extension.whole_days


def _reading(
    on: Ground, kind: ClockKind, start: date, limit: Limit, stops: tuple[Stop, ...], extension: int
) -> ClockReading:
    return read_clock(
        on.calendar, kind=kind, start=start, limit=limit, stops=stops, extension=extension, today=on.today
    )


def _deadline_text(
    item: ItemVersion, rule: KindRule, statutory: ClockReading, promised: ClockReading, trace: tuple[TraceLine, ...]
) -> str:
    head = pairs(
        [
            (word("command.item"), f"{item.name} {word('kind.' + rule.kind.value)}"),
            (word("clock.decision_statutory"), statutory.due),
            (word("clock.decision_promised"), promised.due),
            (word("command.remaining"), statutory.remaining),
            (word("command.note"), word("command.provisional") if statutory.provisional else ""),
        ]
    )
    rows = [(_days(line), trace_text(line), line.counts or "") for line in trace]
    return f"{head}\n\n{table((word('command.date'), word('command.reckoning'), word('command.counts')), rows)}"


def _days(line: TraceLine) -> str:
    return f"{line.on}…{line.upto}" if line.upto else str(line.on)


def workdays(context: Context, words: Namespace) -> Outcome:
    """Answer the n-th working day after a day, or how many working days lie between two."""
    calendar = ground(context).calendar
    first: date = words.first
    if words.last is None:
        try:
            found = calendar.add(first, words.add)
        except OverflowError as exc:
            raise UsageProblem("day_beyond_calendar", number=words.add) from exc
        provisional = calendar.is_provisional_between(first, found)
        return Outcome({"date": found, "provisional": provisional}, _with_note(str(found), provisional=provisional))
    days = calendar.count(first, words.last)
    provisional = calendar.is_provisional_between(*sorted((first, words.last)))
    return Outcome({"days": days, "provisional": provisional}, _with_note(str(days), provisional=provisional))


def _with_note(text: str, *, provisional: bool) -> str:
    return f"{text}  {word('command.provisional')}" if provisional else text
