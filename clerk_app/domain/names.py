"""Names of persons and firms: one normal form, with every change told, and the pinyin under which they are found.

Only what is listed here is ever changed; everything else that cannot be stored is refused by `textrules`.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from clerk_app.domain.problems import Problem
from clerk_app.domain.textrules import NAME_LIMIT, check_text

SEPARATOR = "\u00b7"
"""The one separator inside a name. Source: 民委发〔2016〕33号."""

_SEPARATORS = frozenset("•・‧∙⋅･")
_BRACKETS = {"(": "（", ")": "）"}
# Radicals that look like a whole character in a name copied from a PDF. Source: Unicode, EquivalentUnifiedIdeograph;
# the block of Kangxi radicals (U+2F00–2FD5) has compatibility mappings of its own.
_RADICALS = dict(
    zip(
        "⺠⺩⺬⺮⺼⺽⻁⻄⻅⻆⻇⻉⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻱⻳",
        "民王示竹肉臼虎西见角角贝车長镸长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龜龟",
        strict=True,
    )
)
# Characters that older systems kept in the private area, at U+E815 onward in the order of GB 18030's row FE.
# Source: GB 18030-2000, -2005 and -2022, rows FE50–FEA0; "?" where the standard has a mere component.
_OLD_PRIVATE_FIRST = 0xE815
_OLD_PRIVATE = "?𠂇𠂉𠃌?㑳㑇??龴㖞㘚㘎??㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠?𡗗龸?䁖䅟?䌷???𢦏䎱䎬?䏝䓖䙡䙌龹䜣䜩䝼䞍?䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"
_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_BLANK = re.compile(r"[ \u00a0\u2000-\u200a\u202f\u205f\u3000]")
_BLANK_RUN_AROUND_SEPARATOR = re.compile(rf"{_BLANK.pattern}*{SEPARATOR}{_BLANK.pattern}*")
_DOT_IN_HAN = re.compile(rf"(?<={_HAN.pattern})({_BLANK.pattern}*)[.．](?={_BLANK.pattern}*{_HAN.pattern})")
# How these are read as a surname, where the everyday reading differs; the other readings stay searchable.
_SURNAME_READINGS = {
    "单": "shan", "解": "xie", "曾": "zeng", "仇": "qiu", "区": "ou", "朴": "piao", "查": "zha", "盖": "ge",
    "种": "chong", "缪": "miao", "乐": "yue", "繁": "po", "翟": "zhai", "覃": "qin", "员": "yun", "秘": "bi",
    "洗": "xian", "冼": "xian", "折": "she", "召": "shao", "逄": "pang", "黑": "he", "粘": "nian",
    "能": "nai", "都": "du", "隗": "wei",
}  # fmt: skip
_LONGEST_PERSONAL_NAME = 4
_MOST_READINGS = 32
_RADICAL_BLOCKS = range(0x2E80, 0x2FE0)

# A text ten times too long is refused as it stands: mending it would only cost time.
_WORTH_MENDING = 10 * NAME_LIMIT


@dataclass(frozen=True, slots=True)
class NameChange:
    """One kind of change that was made: its code, what stood there and what stands there now."""

    code: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class NameCheck:
    """A name as typed and as stored; `problems` with an error mean that it may not be stored."""

    value: str
    normalized: str
    changes: tuple[NameChange, ...]
    problems: tuple[Problem, ...]


def normalise_name(text: str) -> NameCheck:
    """Give the stored form of a person's or firm's name.

    Canonical composition; any middle dot becomes U+00B7; no blanks at the ends and around it; radicals and characters
    of the old private area become the characters they stand for; letters and digits half-width; brackets beside
    Chinese text full-width. Doing it twice changes nothing more.

    Source: 民委发〔2016〕33号 for the separator and the length; GB 18030-2022 for the private area.
    """
    if len(text) > _WORTH_MENDING:
        return NameCheck(value=text, normalized=text, changes=(), problems=check_text(text, limit=NAME_LIMIT))
    changes: list[NameChange] = []
    composed = unicodedata.normalize("NFC", text)
    if composed != text:
        changes.append(NameChange("name.composed", text, composed))
    mapped = "".join(_mapped(char, changes=changes) for char in composed)
    dotted = _with_separators(mapped, changes=changes)
    bracketed = _with_brackets(dotted, changes=changes)
    trimmed = _BLANK_RUN_AROUND_SEPARATOR.sub(SEPARATOR, re.sub(r"^\s+|\s+$", "", bracketed))
    if trimmed != bracketed:
        changes.append(NameChange("name.blanks", bracketed, trimmed))
    normalized = unicodedata.normalize("NFC", trimmed)
    return NameCheck(value=text, normalized=normalized, changes=tuple(changes), problems=_problems(normalized))


@dataclass(frozen=True, slots=True)
class PinyinKeys:
    """Under what a name is found: whole syllables run together, and initials; the likeliest reading first."""

    full: tuple[str, ...]
    initials: tuple[str, ...]


def pinyin_keys(text: str) -> PinyinKeys:
    """Give every reading under which a clerk may look for a name, in lower-case letters without tones; ü is `v`.

    A short name (a person's) is given in all readings of all its characters, a longer one in all readings of its first
    and the usual reading of the others; 32 at most. Letters and digits stand for themselves, other signs for nothing.
    """
    # Loading the dictionary takes a third of a second, so only who needs a reading pays for it.
    from pypinyin.constants import PINYIN_DICT

    folded = unicodedata.normalize("NFKC", text).lower()
    signs = "".join(char for char in folded if ord(char) in PINYIN_DICT or (char.isascii() and char.isalnum()))
    if not signs:
        return PinyinKeys(full=(), initials=())
    is_short = len(_HAN.findall(signs)) <= _LONGEST_PERSONAL_NAME
    usual = _usual_readings(signs)
    readings = [
        _readings(char, usual=usual[place], is_first=place == 0, with_all=is_short or place == 0)
        for place, char in enumerate(signs)
    ]
    chosen = list(itertools.islice(itertools.product(*readings), _MOST_READINGS))
    return PinyinKeys(
        full=tuple(dict.fromkeys("".join(syllables) for syllables in chosen)),
        initials=tuple(dict.fromkeys("".join(syllable[0] for syllable in syllables) for syllables in chosen)),
    )


def _usual_readings(signs: str) -> list[str]:
    from pypinyin.seg.mmseg import seg

    usual: list[str] = []
    for is_ascii, run in itertools.groupby(signs, key=str.isascii):
        part = "".join(run)
        if is_ascii:
            usual += part
        else:
            usual += itertools.chain.from_iterable(map(_word_readings, seg.cut(part)))
    return usual


# The names of one county share their words (台山市, 有限公司); the library takes a tenth of a millisecond for each.
@lru_cache(maxsize=16_384)
def _word_readings(word: str) -> tuple[str, ...]:
    from pypinyin import Style, lazy_pinyin

    return tuple(lazy_pinyin(word, style=Style.NORMAL))


@lru_cache(maxsize=16_384)
def _all_readings(char: str) -> tuple[str, ...]:
    from pypinyin import Style, pinyin

    return tuple(pinyin(char, style=Style.NORMAL, heteronym=True)[0])


def _readings(char: str, *, usual: str, is_first: bool, with_all: bool) -> tuple[str, ...]:
    choices = [_SURNAME_READINGS[char]] if is_first and char in _SURNAME_READINGS else []
    choices.append(usual)
    if with_all and not char.isascii():
        choices += _all_readings(char)
    return tuple(dict.fromkeys(choices))


def _mapped(char: str, *, changes: list[NameChange]) -> str:
    point = ord(char)
    if point in _RADICAL_BLOCKS:
        after, code = _RADICALS.get(char) or unicodedata.normalize("NFKC", char), "name.radical"
    elif 0 <= point - _OLD_PRIVATE_FIRST < len(_OLD_PRIVATE):
        after, code = _OLD_PRIVATE[point - _OLD_PRIVATE_FIRST].replace("?", char), "name.old_private"
    elif char in _SEPARATORS:
        after, code = SEPARATOR, "name.separator"
    elif "０" <= char <= "９" or "Ａ" <= char <= "Ｚ" or "ａ" <= char <= "ｚ":
        after, code = unicodedata.normalize("NFKC", char), "name.half_width"
    else:
        return char
    if after != char:
        changes.append(NameChange(code, char, after))
    return after


def _with_separators(text: str, *, changes: list[NameChange]) -> str:
    """Turn a full stop between two Chinese characters into the separator; `Co.` and `No.1` keep theirs."""
    dotted, count = _DOT_IN_HAN.subn(rf"\g<1>{SEPARATOR}", text)
    if count:
        changes.append(NameChange("name.separator", text, dotted))
    return dotted


def _with_brackets(text: str, *, changes: list[NameChange]) -> str:
    if not _HAN.search(text):
        return text
    for half, full in _BRACKETS.items():
        if half in text:
            changes.append(NameChange("name.brackets", half, full))
            text = text.replace(half, full)
    return text


def _problems(name: str) -> tuple[Problem, ...]:
    if not name:
        return (Problem.error("name.empty"),)
    problems = list(check_text(name, limit=NAME_LIMIT))
    for char in name:
        if ord(char) in _RADICAL_BLOCKS:
            problems.append(Problem.error("name.radical", char=char, codepoint=f"U+{ord(char):04X}"))
            break
    if name.startswith(SEPARATOR) or name.endswith(SEPARATOR) or SEPARATOR * 2 in name:
        problems.append(Problem.warning("name.separator_place"))
    if name.count("（") != name.count("）"):
        problems.append(Problem.warning("name.brackets_unpaired"))
    if re.search(rf"{_HAN.pattern}{_BLANK.pattern}+{_HAN.pattern}", name):
        problems.append(Problem.warning("name.inner_blank"))
    return tuple(problems)
