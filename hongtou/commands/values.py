"""What options take, each with its own message: a day 日期, a time of saving, a whole number."""

from __future__ import annotations

import datetime
from typing import Any

import click

from hongtou.i18n import _


class _Value(click.ParamType[Any]):
    """A value that is read from text; one that was read already stays as it is."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return what ``value`` means. Raises click's BadParameter with one clear message."""
        return self.read(value) if isinstance(value, str) else value

    def read(self, text: str) -> Any:
        """Return what ``text`` means."""
        raise NotImplementedError


class Day(_Value):
    """A day with its year as clerks write it: 2023-12-16, 2023/12/16, 20231216, 2023年12月16日."""

    name = "date"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return what stands for the value in the help."""
        return "DATE"

    def read(self, text: str) -> datetime.date:
        """Return the day that ``text`` names."""
        from hongtou.tracking.dates import day

        found = day(text)
        if found is None:
            message = _("“{text}” is no day; write it like 2023-12-16 or 2023年12月16日.")
            raise click.BadParameter(message.format(text=text))
        return found


class Moment(_Value):
    """A day, or a day and the time on it: 2023-12-16 09:30."""

    name = "moment"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return what stands for the value in the help."""
        return "DATE[ HH:MM]"

    def read(self, text: str) -> datetime.datetime:
        """Return the time that ``text`` names, midnight where it names a day alone."""
        from hongtou.tracking.dates import moment_of

        found = moment_of(text)
        if found is None:
            message = _("“{text}” is neither a day nor a time; write it like 2023-12-16 or 2023-12-16 09:30.")
            raise click.BadParameter(message.format(text=text))
        return found


class Whole(click.IntRange):
    """A whole number within limits."""

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return what stands for the value in the help."""
        return "N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number. Raises click's BadParameter with the limits."""
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            message = (
                _("“{text}” is no whole number from {least} on.")
                if self.max is None
                else _("“{text}” is no whole number from {least} to {most}.")
            )
            text = message.format(text=value, least=self.min, most=self.max)
            raise click.BadParameter(text, ctx, param) from None


DAY, MOMENT = Day(), Moment()
