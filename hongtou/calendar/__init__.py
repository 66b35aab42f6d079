"""The days of a policy as a calendar 日历 that Outlook, Apple and Google read: what is due, who owes it."""

from hongtou.calendar.agenda import Agenda, agenda
from hongtou.calendar.ics import calendar_bytes, version_of
from hongtou.calendar.versions import gone, versions

__all__ = ["Agenda", "agenda", "calendar_bytes", "gone", "version_of", "versions"]
