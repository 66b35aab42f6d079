"""The Chinese catalogue is complete, in step with the code, and keeps every placeholder."""

from __future__ import annotations

import io
import string
from collections.abc import Callable

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner, Result

from hongtou.commands import cli
from hongtou.i18n import use_language
from tests.messages import CLICK, PO, compiled, messages

CATALOGUE = read_po(io.BytesIO(PO.read_bytes()), locale="zh_CN")
OURS = sorted({text for text, _place in messages() if text})


@pytest.mark.parametrize("text", OURS)
def test_every_message_has_chinese(text: str) -> None:
    message = CATALOGUE.get(text)
    assert message is not None, "run: python tests/messages.py"
    assert message.string, "run: python tests/messages.py, and translate what it lists"
    assert fields(text) == fields(str(message.string))


def fields(text: str) -> set[str]:
    return {f"{name}:{form}:{how}" for _literal, name, form, how in string.Formatter().parse(text) if name}


def test_no_message_is_left_over() -> None:
    known = {message.id for message in CATALOGUE if isinstance(message.id, str) and message.id}
    assert known - set(OURS) - set(CLICK) == set()


def test_the_binary_catalogue_is_the_text_one() -> None:
    assert PO.with_suffix(".mo").read_bytes() == compiled(CATALOGUE)


@pytest.mark.parametrize(
    ("variables", "chosen"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh_CN"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANGUAGE": "zh_TW:en"}, "zh_CN"),
    ],
)
def test_the_systems_language(
    variables: dict[str, str], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert use_language() == chosen


def test_chinese_from_help_to_errors(workspace: Callable[..., object]) -> None:
    workspace()

    def say(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["--lang", "zh", *arguments])

    assert "生成通知（DOCX 或 PDF）。" in say("--help").stdout
    assert "覆盖人工改过的文件。" in say("notice", "--help").stdout
    assert say("notice", "dmo").stderr == "gen：没有政策“dmo”。\n    → 是否应为“demo”？\n"
    assert say("notice", "--nope").stderr.splitlines()[-1].startswith("错误：没有选项 '--nope'。")
