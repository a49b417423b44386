"""What a group holds and where it stands in its chain: hashes, texts, sizes, streams, forged names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clerk_app.domain.acts import case as acts
from clerk_app.domain.acts.wire import UnknownAct
from clerk_app.domain.acts.workstation import SignedIn
from clerk_app.sync.access import ServerAccess
from tests.central_server import CentralDatabase
from tests.sync.builders import Desk, Step, case, note, received, send, verdicts


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"payload": '{"text":"changed"}'}, "payload_hash_wrong"),
        ({"actor": "approver"}, "hash_wrong"),
        ({"legal": True}, "legal_flag_wrong"),
    ],
)
def test_a_group_that_was_changed_on_the_way_is_kept_but_refused(
    first: tuple[Desk, ServerAccess], change: dict[str, object], reason: str
) -> None:
    desk, access = first
    stream = case()
    good = desk.write(note(stream))
    bad = replace(good, acts=(replace(good.acts[0], **change),))
    assert verdicts(send(access, bad, desk.write(note(stream)))) == [reason, "taken"]


@pytest.mark.parametrize(
    "text",
    ["a\\u0000b", "a\\u001bb", "a\\rb", "a\u202eb", "a\u200bb", "a\ufeffb", "a\ue000b", "a\U000f0000b", "a\ufffdb"],
)
def test_texts_that_cannot_be_stored_are_refused_and_stop_nothing(first: tuple[Desk, ServerAccess], text: str) -> None:
    desk, access = first
    stream = case()
    poison = desk.write(Step(stream, _Raw(f'{{"text":"{text}"}}')))  # type: ignore[arg-type]
    assert verdicts(send(access, poison, desk.write(note(stream)))) == ["text_not_storable", "taken"]


@pytest.mark.parametrize("text", ["换行\\n制表\\t", "反斜杠\\\\u0000", '引号\\"', "𠮷𫖯", "ﬀ"])
def test_texts_that_people_write_are_taken(first: tuple[Desk, ServerAccess], text: str) -> None:
    desk, access = first
    group = desk.write(Step(case(), _Raw(f'{{"text":"{text}"}}')))  # type: ignore[arg-type]
    assert verdicts(send(access, group)) == ["taken"]


def _Raw(body: str) -> object:  # noqa: N802
    """An act whose payload is given as it stands, as a program without our checks would write it."""

    class Raw(UnknownAct):
        KIND = "note_added"
        STREAM = acts.NoteAdded.STREAM

    return Raw(kind="note_added", schema=1, body=body)


@pytest.mark.parametrize("body", ["[]", "{", '"text"', "null"])
def test_a_payload_that_is_no_object_is_refused(first: tuple[Desk, ServerAccess], body: str) -> None:
    desk, access = first
    assert verdicts(send(access, desk.write(Step(case(), _Raw(body))))) == ["payload_malformed"]  # type: ignore[arg-type]


def test_a_payload_over_64_kib_is_refused(first: tuple[Desk, ServerAccess]) -> None:
    desk, access = first
    body = '{"text":"' + "a" * 65536 + '"}'
    assert verdicts(send(access, desk.write(Step(case(), _Raw(body))))) == ["payload_too_large"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stream", "reason"), [("licence:x", "stream_wrong"), ("case", "stream_wrong"), ("workstation:W02", "stream_wrong")]
)
def test_an_act_belongs_to_its_kind_of_stream(first: tuple[Desk, ServerAccess], stream: str, reason: str) -> None:
    desk, access = first
    step = note(stream)
    if stream.startswith("workstation:"):
        step = Step(stream, SignedIn("clerk"))
    assert verdicts(send(access, desk.write(step))) == [reason]


def test_live_data_is_refused_by_a_training_server(first: tuple[Desk, ServerAccess]) -> None:
    desk, access = first
    assert verdicts(send(access, desk.write(received(case(), training=False)))) == ["training_mismatch"]


@pytest.mark.parametrize(
    ("forged", "reason"),
    [
        ({"workstation": "W02"}, "not_your_workstation"),
        ({"office": "OTHER"}, "not_your_workstation"),
        ({"seq": 99}, "seq_gap"),
        ({"prev_hash": "f" * 64}, "fork"),
        ({"group_size": 2}, "group_malformed"),
        ({"group_pos": 2}, "group_malformed"),
    ],
)
def test_what_cannot_be_the_next_of_this_chain_is_turned_away(
    central: CentralDatabase, first: tuple[Desk, ServerAccess], forged: dict[str, object], reason: str
) -> None:
    desk, access = first
    count = central.ask("select count(*) from act")
    assert verdicts(send(access, desk.write(note(case()), **forged))) == [reason]
    assert central.ask("select count(*) from act") == count


def test_two_machines_under_one_name_raise_an_alarm_and_lose_nothing(
    central: CentralDatabase, first: tuple[Desk, ServerAccess]
) -> None:
    desk, access = first
    clone = Desk(desk.code, seq=desk.seq, head=desk.head, seen=dict(desk.seen))
    send(access, desk.write(note(case())))
    kept = central.ask("select hash from act order by seq")
    assert verdicts(send(access, clone.write(note(case())))) == ["fork"]
    assert verdicts(send(access, clone.write(note(case())))) == ["fork"]
    assert central.ask("select hash from act order by seq") == kept
    assert central.ask("select what from incident") == [("fork",), ("fork",)]
