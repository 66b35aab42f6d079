"""The days of a policy as a calendar 日历 that Outlook, Apple and Google read: what is due, who owes it."""

from hongtou.calendar.agenda import Agenda, agenda
from hongtou.calendar.ics import Since, calendar_bytes, unseen, version_of

__all__ = ["Agenda", "Since", "agenda", "calendar_bytes", "unseen", "version_of"]
