"""What the server takes, what it refuses and why; every group is made by hand, as by a program that cannot be trusted."""

from __future__ import annotations

from contextlib import closing

import pytest

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.base import Origin
from clerk_app.domain.acts.office import NumbersLeased, Role, StaffChanged
from clerk_app.domain.exchange import FateVerdict, WireGroup
from clerk_app.sync.access import ServerAccess
from clerk_app.sync.central_gateway import CentralGateway
from tests.central_server import CentralDatabase
from tests.sync.builders import (
    DAY,
    Desk,
    Step,
    accepted,
    case,
    checked_case,
    decided,
    founding,
    licensed,
    note,
    numbered,
    received,
    retracted,
    send,
    signed,
    steady_id,
    verdicts,
)


def test_positions_follow_each_other_without_a_hole(first: tuple[Desk, ServerAccess]) -> None:
    desk, access = first
    stream = case()
    answers = send(
        access, desk.write(received(stream)), desk.write(accepted(stream), note(stream)), desk.write(note(stream))
    )
    start = answers[0].position
    assert [one.position for one in answers] == [start, start + 1, start + 3]


def test_a_whole_procedure_is_taken(first: tuple[Desk, ServerAccess]) -> None:
    desk, access = first
    stream = case()
    groups = checked_case(desk, stream)
    groups.append(
        desk.write(
            signed(stream, acts.Step.APPROVE), numbered(stream, 1), decided(stream), licensed("L1"), actor="approver"
        )
    )
    groups.append(desk.write(Step(stream, acts.Delivered(acts.DeliveryMethod.PICKUP, "张三")), actor="issuer"))
    groups.append(desk.write(Step(stream, acts.CaseClosed()), actor="issuer"))
    assert verdicts(send(access, *groups)) == ["taken"] * len(groups)


def test_the_second_decision_on_one_case_is_a_conflict_and_what_hangs_on_it_waits(
    first: tuple[Desk, ServerAccess], second: tuple[Desk, ServerAccess]
) -> None:
    (one, one_access), (two, two_access) = first, second
    stream, other = case(), case()
    shared = checked_case(one, stream)
    send(one_access, *shared)
    two.saw(*shared)
    send(
        one_access, one.write(signed(stream, acts.Step.APPROVE), numbered(stream, 1), decided(stream), actor="approver")
    )
    winner = one.sent[-1].acts[-1].act_id
    answers = send(
        two_access,
        two.write(signed(stream, acts.Step.APPROVE), numbered(stream, 51), decided(stream), actor="approver"),
        two.write(Step(stream, acts.Delivered(acts.DeliveryMethod.PICKUP, "张三")), actor="issuer"),
        two.write(note(stream)),
        two.write(received(other)),
    )
    assert verdicts(answers) == ["conflict", "waiting", "taken", "taken"]
    assert answers[0].against == winner
    assert answers[1].against == two.sent[-4].acts[-1].act_id


def test_a_group_that_conflicts_leaves_no_trace_in_number_ledger_or_licence(
    central: CentralDatabase, first: tuple[Desk, ServerAccess], second: tuple[Desk, ServerAccess]
) -> None:
    (one, one_access), (two, two_access) = first, second
    stream = case()
    send(one_access, *checked_case(one, stream))
    two.saw(*one.sent)
    send(one_access, one.write(signed(stream, acts.Step.APPROVE), decided(stream), actor="approver"))
    send(
        two_access,
        two.write(
            signed(stream, acts.Step.APPROVE), numbered(stream, 7), decided(stream), licensed("L9"), actor="approver"
        ),
    )
    assert central.ask("select count(*) from number_given where serial = 7") == [(0,)]
    assert central.ask("select last_legal from stream_head where stream = 'licence:L9'") == [(None,)]


def test_what_was_set_aside_may_be_recorded_anew_after_seeing_the_other(
    first: tuple[Desk, ServerAccess], second: tuple[Desk, ServerAccess]
) -> None:
    (one, one_access), (two, two_access) = first, second
    stream = case()
    shared = one.write(received(stream))
    send(one_access, shared)
    two.saw(shared)
    winner = one.write(accepted(stream))
    send(one_access, winner)
    answers = send(two_access, two.write(Step(stream, acts.ApplicationWithdrawn("申请人撤回"))))
    two.saw(winner)
    answers += send(two_access, two.write(Step(stream, acts.ApplicationWithdrawn("申请人撤回"))))
    assert verdicts(answers) == ["conflict", "taken"]


def test_sending_again_changes_nothing_and_gives_the_first_answers(
    central: CentralDatabase, first: tuple[Desk, ServerAccess]
) -> None:
    desk, access = first
    stream = case()
    groups = [*checked_case(desk, stream), desk.write(decided(stream), actor="approver")]
    before = send(access, *groups)
    count = central.ask("select count(*), (select last from counter) from act")
    assert send(access, *groups) == before
    assert send(access, *desk.sent[1:4]) == send(access, *desk.sent[1:4])
    assert central.ask("select count(*), (select last from counter) from act") == count
    assert verdicts(before)[-1] == "not_approved"


@pytest.mark.parametrize(
    ("actor", "reason"),
    [
        ("clerk", "role_missing"),
        ("nobody", "actor_unknown"),
        ("retired", "right_ended"),
        ("elsewhere", "workstation_not_allowed"),
    ],
)
def test_who_has_no_right_is_refused(first: tuple[Desk, ServerAccess], actor: str, reason: str) -> None:
    desk, access = first
    stream = case()
    people = desk.write(
        Step("staff:retired", StaffChanged("retired", "旧人", (Role.HANDLE,), active=False)),
        Step("staff:elsewhere", StaffChanged("elsewhere", "他处", (Role.HANDLE,), workstations=("W09",))),
        actor="admin",
    )
    groups = [people, desk.write(received(stream)), desk.write(accepted(stream))]
    groups.append(desk.write(signed(stream, acts.Step.HANDLE), actor=actor))
    assert verdicts(send(access, *groups)) == ["taken", "taken", "taken", reason]


def test_a_right_counts_as_of_the_legal_date(first: tuple[Desk, ServerAccess]) -> None:
    desk, access = first
    stream = case()
    later = DAY.replace(day=20)
    groups = [
        desk.write(received(stream)),
        desk.write(accepted(stream)),
        desk.write(Step("staff:handler", StaffChanged("handler", "经办", (), active=False)), actor="admin", on=later),
        desk.write(signed(stream, acts.Step.HANDLE), actor="handler", on=DAY.replace(day=19)),
        desk.write(signed(stream, acts.Step.CHECK), actor="deputy", on=later),
        desk.write(note(stream), actor="handler", on=later),
    ]
    assert verdicts(send(access, *groups)) == ["taken", "taken", "taken", "taken", "taken", "right_ended"]


@pytest.mark.parametrize(
    ("handler", "checker", "approver"), [("deputy", "deputy", "approver"), ("deputy", "checker", "deputy")]
)
def test_one_person_cannot_sign_two_steps(
    first: tuple[Desk, ServerAccess], handler: str, checker: str, approver: str
) -> None:
    desk, access = first
    stream = case()
    groups = [
        desk.write(received(stream)),
        desk.write(accepted(stream)),
        desk.write(signed(stream, acts.Step.HANDLE), actor=handler),
        desk.write(signed(stream, acts.Step.CHECK), actor=checker),
        desk.write(signed(stream, acts.Step.APPROVE), actor=approver),
    ]
    found = verdicts(send(access, *groups))
    assert found[: found.index("same_person")] == ["taken"] * (3 if checker == "deputy" else 4)


def test_only_the_approver_decides(first: tuple[Desk, ServerAccess]) -> None:
    desk, access = first
    stream = case()
    groups = [*checked_case(desk, stream), desk.write(signed(stream, acts.Step.APPROVE), actor="approver")]
    groups.append(desk.write(decided(stream), actor="deputy"))
    assert verdicts(send(access, *groups))[-1] == "approver_decides"


def test_a_second_notice_is_refused(first: tuple[Desk, ServerAccess]) -> None:
    desk, access = first
    stream = case()
    check = acts.MaterialCheck("M1", "申请书", acts.Verdict.MISSING)
    groups = [
        desk.write(received(stream)),
        desk.write(Step(stream, acts.SupplementNotified((check,)))),
        desk.write(Step(stream, acts.SupplementReceived((check,), complete=True))),
        desk.write(Step(stream, acts.SupplementNotified((check,)))),
    ]
    assert verdicts(send(access, *groups)) == ["taken", "taken", "taken", "second_notice"]


def test_an_act_that_the_procedure_does_not_know_here_is_refused_and_the_next_waits(
    first: tuple[Desk, ServerAccess],
) -> None:
    desk, access = first
    stream = case()
    answers = send(
        access,
        desk.write(received(stream)),
        desk.write(decided(stream), actor="approver"),
        desk.write(Step(stream, acts.CaseClosed()), actor="issuer"),
    )
    assert verdicts(answers) == ["taken", "act_not_allowed", "waiting"]


def test_ledger_rows_are_free_of_the_rules_about_persons_but_not_of_order(first: tuple[Desk, ServerAccess]) -> None:
    desk, access = first
    good, bad = case(), case()
    answers = send(
        access,
        desk.write(received(good), accepted(good), decided(good), actor="importer", origin=Origin.LEDGER),
        desk.write(received(bad), decided(bad), actor="importer", origin=Origin.LEDGER),
    )
    assert verdicts(answers) == ["taken", "act_not_allowed"]


def _ledger_group(desk: Desk, text: str = "") -> WireGroup:
    stream = f"case:{steady_id('case', 1)}"
    return desk.write(
        Step(stream, received(stream, case_no="X1").act, steady_id("a", 1)),
        Step(stream, accepted(stream).act, steady_id("a", 2)),
        Step(stream, acts.NoteAdded(f"台账第 1 行{text}"), steady_id("a", 3)),
        actor="importer",
        origin=Origin.LEDGER,
    )


def test_a_ledger_read_on_two_machines_is_already_there(
    first: tuple[Desk, ServerAccess], second: tuple[Desk, ServerAccess]
) -> None:
    (one, one_access), (two, two_access) = first, second
    original = send(one_access, _ledger_group(one))[0]
    copy = send(two_access, _ledger_group(two), two.write(note(f"case:{steady_id('case', 1)}")))
    assert verdicts(copy) == ["already", "taken"]
    assert (copy[0].position, copy[0].against) == (original.position, original.group)
    # The copy's acts are the very acts that stand: the next step may follow them.
    stream = f"case:{steady_id('case', 1)}"
    step = two.write(signed(stream, acts.Step.HANDLE), actor="handler")
    assert verdicts(send(two_access, step)) == ["taken"]


def test_a_ledger_that_changed_between_two_imports_is_refused(
    first: tuple[Desk, ServerAccess], second: tuple[Desk, ServerAccess]
) -> None:
    (one, one_access), (two, two_access) = first, second
    send(one_access, _ledger_group(one))
    assert verdicts(send(two_access, _ledger_group(two, "（改）"))) == ["changed_since_imported"]


def test_no_number_is_given_twice(first: tuple[Desk, ServerAccess], second: tuple[Desk, ServerAccess]) -> None:
    (one, one_access), (two, two_access) = first, second
    mine, theirs = case(), case()
    answers = send(one_access, one.write(received(mine)), one.write(numbered(mine, 1)), one.write(numbered(mine, 2)))
    answers += send(
        two_access,
        two.write(received(theirs)),
        two.write(numbered(theirs, 2)),
        two.write(numbered(theirs, 3)),
        two.write(numbered(theirs, 3)),
        two.write(received(case(), case_no=_case_no(one))),
    )
    assert verdicts(answers) == ["taken"] * 4 + ["number_taken", "taken", "number_taken", "number_taken"]


def _case_no(desk: Desk) -> str:
    payload = next(act.payload for group in desk.sent for act in group.acts if act.kind == "materials_received")
    return payload.split('"case_no":"')[1].split('"')[0]


def test_imported_numbers_may_repeat_but_shut_out_live_ones(first: tuple[Desk, ServerAccess]) -> None:
    desk, access = first
    one, two = case(), case()
    answers = send(
        access,
        desk.write(numbered(one, 5, imported=True), origin=Origin.LEDGER),
        desk.write(numbered(two, 5, imported=True), origin=Origin.LEDGER),
        desk.write(numbered(two, 5)),
    )
    assert verdicts(answers) == ["taken", "taken", "number_taken"]


def test_a_retracted_group_is_gone_as_a_whole_and_its_number_is_void(
    central: CentralDatabase, first: tuple[Desk, ServerAccess]
) -> None:
    desk, access = first
    stream = case()
    groups = checked_case(desk, stream)
    slip = desk.write(
        signed(stream, acts.Step.APPROVE), numbered(stream, 1), decided(stream), licensed("L1"), actor="approver"
    )
    back = desk.write(retracted(stream, slip), actor="approver")
    desk.seen.pop("licence:L1")  # a workstation folds standing acts only
    again = desk.write(
        signed(stream, acts.Step.APPROVE), numbered(stream, 2), decided(stream), licensed("L1"), actor="approver"
    )
    assert verdicts(send(access, *groups, slip, back, again)) == ["taken"] * 7
    assert central.ask("select serial, fate from number_given where serial > 0 order by 1") == [
        (1, "void"),
        (2, "used"),
    ]
    assert central.ask("select state from stream_head where stream = %s", stream) == [("granted",)]


def test_only_the_last_group_can_be_retracted_and_a_retraction_can_be_taken_back(
    central: CentralDatabase, first: tuple[Desk, ServerAccess]
) -> None:
    desk, access = first
    stream = case()
    opening, slip = desk.write(received(stream)), desk.write(accepted(stream))
    too_early = desk.write(retracted(stream, opening))
    assert verdicts(send(access, opening, slip, too_early)) == ["taken", "taken", "not_last_group"]
    desk.saw(slip)
    back = desk.write(retracted(stream, slip))
    forth = desk.write(retracted(stream, back))
    assert verdicts(send(access, back)) == ["taken"]
    assert central.ask("select state from stream_head where stream = %s", stream) == [("received",)]
    assert verdicts(send(access, forth)) == ["taken"]
    assert central.ask("select state from stream_head where stream = %s", stream) == [("accepted",)]


def test_office_acts_need_an_administrator_once_the_office_works(first: tuple[Desk, ServerAccess]) -> None:
    desk, access = first
    promote = Step("staff:clerk", StaffChanged("clerk", "自己", (Role.APPROVE,)))
    groups = [desk.write(received(case())), desk.write(promote, actor="clerk")]
    assert verdicts(send(access, *groups)) == ["taken", "role_missing"]


def test_only_the_founder_founds(central: CentralDatabase) -> None:
    desk = Desk("W05")
    assert verdicts(send(central.add("W05"), desk.write(*founding(), actor="admin"))) == ["actor_unknown"]


def test_a_workstation_leases_to_itself_only_and_never_twice(first: tuple[Desk, ServerAccess]) -> None:
    desk, access = first

    def lease(lessee: str, first: int, last: int) -> Step:
        return Step("series:grant_decision", NumbersLeased("grant_decision", 2020, lessee, first, last))

    answers = send(access, desk.write(received(case())), desk.write(lease("W01", 1, 50)))
    answers += send(access, desk.write(lease("W01", 50, 99)))
    desk.saw(desk.sent[-2])
    answers += send(access, desk.write(lease("W02", 51, 99)))
    assert verdicts(answers) == ["taken", "taken", "lease_overlaps", "lease_for_another"]


def test_a_group_that_waited_for_a_restored_server_is_taken_when_the_other_came(
    first: tuple[Desk, ServerAccess], second: tuple[Desk, ServerAccess]
) -> None:
    (one, one_access), (two, two_access) = first, second
    stream = case()
    lost = one.write(received(stream))  # written, fetched by W02, then lost by the server
    two.saw(lost)
    later = two.write(accepted(stream))
    assert verdicts(send(two_access, later)) == ["waiting"]
    assert verdicts(send(one_access, lost)) == ["taken"]
    assert verdicts(send(two_access, later)) == ["taken"]
    with closing(CentralGateway(two_access)) as gateway:
        gateway._own_after = two.seq
        groups = gateway.fetch(0, max_acts=100).groups
    assert later.group in {one.group.group for one in groups}
    assert all(answer.verdict is FateVerdict.TAKEN for answer in send(two_access, later))
