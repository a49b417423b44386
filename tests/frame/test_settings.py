from datetime import time
from pathlib import Path

import pytest

from clerk_app import settings
from clerk_app.domain.errors import EnvironmentProblem


def written(folder: Path, text: str) -> Path:
    (folder / settings.FILE_NAME).write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    read = settings.load(tmp_path / "not-yet")
    assert read == settings.Settings(data_dir=tmp_path / "not-yet")
    assert (read.server, read.office, read.printers.papers) == ("", "", "")


def test_the_administrators_file_is_read(tmp_path: Path) -> None:
    text = """
        office = "44078101"
        server = "postgresql://clerk-w01@central.example:5432/clerk"
        [printers]
        papers = "大厅一号"
        labels = "label-printer"
        [exchange]
        closing_at = 18:00:00
    """
    read = settings.load(written(tmp_path, text))
    assert read.office == "44078101"
    assert read.server.startswith("postgresql://clerk-w01@")
    assert read.printers == settings.Printers(papers="大厅一号", labels="label-printer")
    assert read.exchange.closing_at == time(18, 0)
    assert read.exchange.night_from == time(22, 0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('server = "postgresql://w01:secret@central/clerk"', "settings.password_in_address"),
        ('sever = "postgresql://central/clerk"', "settings.invalid"),
        ('server = "http://[bad"', "settings.invalid"),
        ("server = ", "settings.unreadable"),
        ("office = 1", "settings.invalid"),
    ],
)
def test_a_wrong_file_is_an_environment_problem_with_its_code(tmp_path: Path, text: str, code: str) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        settings.load(written(tmp_path, text))
    assert caught.value.code == code
    assert caught.value.params["file"] == str(tmp_path / settings.FILE_NAME)
    assert "secret" not in str(caught.value)


def test_every_wrong_key_is_named_at_once(tmp_path: Path) -> None:
    text = '[printers]\nlabelss = "x"\n[exchange]\nclosing_at = "soon"\n'
    with pytest.raises(EnvironmentProblem) as caught:
        settings.load(written(tmp_path, text))
    assert caught.value.params["keys"] == "exchange.closing_at, printers.labelss"


def test_a_file_that_is_not_text_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / settings.FILE_NAME).write_bytes(b"office = '\xff\xfe'")
    with pytest.raises(EnvironmentProblem) as caught:
        settings.load(tmp_path)
    assert caught.value.code == "settings.unreadable"


def test_the_given_data_folder_goes_before_the_variable_and_the_variable_before_the_platforms(tmp_path: Path) -> None:
    environ = {settings.DATA_DIR_VARIABLE: str(tmp_path / "named")}
    assert settings.data_dir(tmp_path / "given", environ=environ) == tmp_path / "given"
    assert settings.data_dir(None, environ=environ) == tmp_path / "named"
    assert settings.data_dir(None, environ={}).name == "clerk-app"
