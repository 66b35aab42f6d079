"""The redline 修订稿: the new notice as a Word file whose tracked changes lead back to the old one."""

from hongtou.redline.make import redline

__all__ = ["redline"]
