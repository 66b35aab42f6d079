"""The days of a policy as a calendar 日历 that Outlook, Apple and Google read: what is due, who owes it."""

from hongtou.calendar.agenda import Agenda, agenda
from hongtou.calendar.ics import calendar_bytes, moved_unseen, version_of

__all__ = ["Agenda", "agenda", "calendar_bytes", "moved_unseen", "version_of"]
