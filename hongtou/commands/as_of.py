"""The day that papers of tracking judge by: asked of the clock here, and nowhere else."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import TypeVar

import click

from hongtou.commands.values import DAY
from hongtou.i18n import N_

Function = TypeVar("Function", bound=Callable[..., object])


def as_of_option(function: Function) -> Function:
    """Give a command the option for the day by which is judged what is late."""
    return click.option("--as-of", type=DAY, metavar="DATE", help=_AS_OF)(function)


_AS_OF = N_("The day by which is judged what is late, such as 2026-01-31; today by default.")


def day_of(value: datetime.date | None) -> datetime.date:
    """Return the day that was given; today where none was."""
    return value if value is not None else datetime.date.today()
