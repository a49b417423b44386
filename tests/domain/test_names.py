"""Names: what is changed, what is refused, and under which readings they are found."""

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk_app.domain.names import SEPARATOR, normalise_name, pinyin_keys
from clerk_app.domain.problems import Severity, has_error


def codes(name: str, severity: Severity = Severity.ERROR) -> list[str]:
    return [problem.code for problem in normalise_name(name).problems if problem.severity is severity]


@pytest.mark.parametrize("dot", "•・‧∙⋅･．.·\u0387")
def test_every_middle_dot_becomes_the_one_separator(dot: str) -> None:
    assert normalise_name(f"阿卜杜拉{dot}买买提").normalized == "阿卜杜拉\u00b7买买提"


@pytest.mark.parametrize("name", ["No.1公司", "A.B.公司", "张．A", "Smith Co., Ltd.", "3.5米"])
def test_a_full_stop_beside_letters_or_digits_stays(name: str) -> None:
    assert SEPARATOR not in normalise_name(name).normalized


@pytest.mark.parametrize(
    ("typed", "normalized"),
    [
        ("　张三 ", "张三"),
        ("迪丽热巴 · 迪力木拉提", "迪丽热巴·迪力木拉提"),
        ("迪丽热巴　．　迪力木拉提", "迪丽热巴·迪力木拉提"),
        ("⼀⻅⺟", "一见母"),
        ("⻢⻰⻩", "马龙黄"),
        ("\ue81e\ue863\ue855", "龴䶮𤇾"),
        ("台山市恒发(台山)有限公司", "台山市恒发（台山）有限公司"),
        ("台山市恒发(台山）有限公司", "台山市恒发（台山）有限公司"),
        ("ＡＢＣ１２３公司", "ABC123公司"),
        ("Jose\u0301", "Jos\u00e9"),
        ("\uf979州", "凉州"),
    ],
)
def test_names_are_brought_into_one_form(typed: str, normalized: str) -> None:
    check = normalise_name(typed)
    assert check.value == typed
    assert check.normalized == normalized
    assert check.changes
    assert not has_error(check.problems)


@pytest.mark.parametrize(
    "name",
    [
        "张三",
        "𠮷野",
        "䶮㛃𬭎",
        "台山市（广海）“海味”有限公司",
        "Smith (China) Co., Ltd.",
        "欧阳 娜娜",
        "１９".translate({0xFF11: "1", 0xFF19: "9"}),
        "〇",
        "O'Neil",
        "㈱山本",
        "第①分店",
    ],
)
def test_nothing_else_is_ever_touched(name: str) -> None:
    check = normalise_name(name)
    assert check.normalized == name
    assert check.changes == ()


def test_each_change_tells_what_stood_there_and_what_stands_there_now() -> None:
    changes = [(change.code, change.before, change.after) for change in normalise_name("⻢•Ａ").changes]
    assert changes == [("name.radical", "⻢", "马"), ("name.separator", "•", "·"), ("name.half_width", "Ａ", "A")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "name.empty"),
        (" 　", "name.empty"),
        ("张\ue000", "text.private_use"),
        ("张⺪", "name.radical"),
        ("张\u202e三", "text.bidi"),
        ("张三\u200b", "text.zero_width"),
        ("张\0三", "text.nul"),
        ("张\ud842三", "text.surrogate"),
        ("张\U000e0100三", "text.zero_width"),
        ("张" * 101, "text.too_long"),
        ("张" * 10_000, "text.too_long"),
    ],
)
def test_what_cannot_be_stored_is_refused_not_repaired(name: str, code: str) -> None:
    assert codes(name) == [code]


@pytest.mark.parametrize("length", [50, 100])
def test_names_of_fifty_characters_and_more_fit(length: int) -> None:
    assert codes("𠮷" * length) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("·张", "name.separator_place"),
        ("张··三", "name.separator_place"),
        ("恒发（台山有限公司", "name.brackets_unpaired"),
        ("张 三", "name.inner_blank"),
    ],
)
def test_odd_names_are_only_warned_about(name: str, code: str) -> None:
    assert codes(name, Severity.WARNING) == [code]
    assert codes(name) == []


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("张三·•．. 　()（）⻅\ue81eＡ１\u0301"))))
def test_normalising_twice_changes_nothing_more(name: str) -> None:
    once = normalise_name(name)
    twice = normalise_name(once.normalized)
    assert twice.normalized == once.normalized
    assert twice.changes == ()


def test_hostile_runs_of_blanks_and_dots_cost_no_time() -> None:
    started = time.perf_counter()
    for name in ["张" + " " * 999, "张" + " ." * 490 + "三", " " * 1_000_000, "." * 1000, "张." * 500]:
        normalise_name(name)
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("name", "first", "initials"),
    [
        ("单伟", "shanwei", "sw"),
        ("解晓东", "xiexiaodong", "xxd"),
        ("曾志伟", "zengzhiwei", "zzw"),
        ("冼惠珍", "xianhuizhen", "xhz"),
        ("区小敏", "ouxiaomin", "oxm"),
        ("仇英", "qiuying", "qy"),
        ("尉迟恭", "yuchigong", "ycg"),
        ("万俟卨", "moqixie", "mqx"),
        ("吕布", "lvbu", "lb"),
        ("台山市白沙中科化工有限公司", "taishanshibaishazhongkehuagongyouxiangongsi", "tssbszkhgyxgs"),
        ("Ａ1（广海）公司", "a1guanghaigongsi", "a1ghgs"),
    ],
)
def test_the_likeliest_reading_comes_first(name: str, first: str, initials: str) -> None:
    keys = pinyin_keys(name)
    assert keys.full[0] == first
    assert keys.initials[0] == initials


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("单伟", "danwei"),
        ("解晓东", "jiexiaodong"),
        ("曾志伟", "cengzhiwei"),
        ("张朝阳", "zhangchaoyang"),
        ("张朝阳", "zhangzhaoyang"),
    ],
)
def test_the_other_readings_are_found_too(name: str, reading: str) -> None:
    assert reading in pinyin_keys(name).full


@pytest.mark.parametrize("name", ["", "!?（）", "\0", "𠮷"])
def test_what_has_no_reading_has_no_keys(name: str) -> None:
    assert pinyin_keys(name).full == ()
    assert pinyin_keys(name).initials == ()


def test_a_character_without_a_reading_does_not_hide_the_others() -> None:
    assert "ye" in pinyin_keys("𠮷野").full


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=12))
def test_keys_are_few_plain_and_unique(name: str) -> None:
    keys = pinyin_keys(name)
    for group in (keys.full, keys.initials):
        assert len(group) <= 32
        assert len(set(group)) == len(group)
        assert all(key.isascii() and key.isalnum() and key == key.lower() for key in group)


def test_the_table_of_readings_is_loaded_only_when_a_name_is_read() -> None:
    program = (
        "import sys; from clerk_app.domain import names; names.normalise_name('单伟'); print('pypinyin' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
