"""What options take: days as clerks write them, whole numbers; anything else gets one clear message."""

from __future__ import annotations

import datetime

import click
import pytest
from click.testing import CliRunner

from hongtou.commands import COMMANDS, cli
from hongtou.commands.values import DAY, MOMENT, Moment, Whole

WRITTEN = ["2023-12-16", "2023/12/16", "20231216", "2023年12月16日", "2023.12.16", "２０２３－１２－１６"]


@pytest.mark.parametrize("text", [*WRITTEN, "二〇二三年十二月十六日"])
def test_a_day_as_clerks_write_it(text: str) -> None:
    assert DAY.convert(text, None, None) == datetime.date(2023, 12, 16)


@pytest.mark.parametrize(
    "text", ["", "12月16日", "2023-13-01", "2023-2-29", "明天", "2023", "2023-12-16 09:30"]
)
def test_what_is_no_day_says_how_to_write_one(text: str) -> None:
    with pytest.raises(click.BadParameter, match="2023-12-16"):
        DAY.convert(text, None, None)


def test_a_time_may_stand_behind_a_day() -> None:
    nine = datetime.datetime(2023, 12, 16, 9, 30)
    for text in ("2023-12-16 09:30", "2023-12-16T09:30", "2023年12月16日 9:30", "20231216 09:30:00"):
        assert MOMENT.convert(text, None, None) == nine
    for text in WRITTEN:
        assert MOMENT.convert(text, None, None) == datetime.datetime(2023, 12, 16)
    for text in ("", "9:30", "2023-12-16 25:00", "2023-12-16 9:30 x"):
        with pytest.raises(click.BadParameter, match="2023-12-16 09:30"):
            MOMENT.convert(text, None, None)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["progress", "--as-of", "x"], "“x” is no day; write it like 2023-12-16 or 2023年12月16日."),
        (["calendar", "--remind", "999"], "“999” is no whole number from 0 to 366."),
        (["letters", "--jobs", "x"], "“x” is no whole number from 1 on."),
    ],
)
def test_a_wrong_value_gets_one_sentence_of_ours(arguments: list[str], says: str) -> None:
    result = CliRunner().invoke(cli, ["--lang", "en", *arguments])
    assert result.exit_code == 2
    assert says in result.output


@pytest.mark.parametrize("name", COMMANDS)
def test_no_option_answers_in_words_of_click_that_have_no_chinese(name: str) -> None:
    """Days and numbers are read by types of our own; click words their faults in English alone."""
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    for parameter in command.params:
        kind = parameter.type
        assert not isinstance(kind, click.DateTime), parameter.name
        assert isinstance(kind, Whole | Moment) or not isinstance(kind, click.types.IntParamType), (
            parameter.name
        )
