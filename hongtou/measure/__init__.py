"""The ruler: measures a paper in millimetres, whoever wrote it, against GB/T 9704-2012.

``measure(path)`` is all there is to call; it takes a PDF, or a DOCX that LibreOffice draws first.
"""

from __future__ import annotations

from hongtou.measure.reading import Verdict
from hongtou.measure.report import Report, Row
from hongtou.measure.ruler import measure, measure_pages

__all__ = ["Report", "Row", "Verdict", "measure", "measure_pages"]
