"""The theme: WPS reads its fonts and complains where they are missing, so it names the paper's own."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from hongtou.model.settings import SheetSettings

_COLOURS = (
    ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "000000"), ("lt2", "FFFFFF"), ("accent1", "FF0000"),
    ("accent2", "000000"), ("accent3", "404040"), ("accent4", "606060"), ("accent5", "808080"),
    ("accent6", "A0A0A0"), ("hlink", "000000"), ("folHlink", "000000"),
)  # fmt: skip


def theme_part(settings: SheetSettings) -> str:
    """Return the text of ``word/theme/theme1.xml``."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS)
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="公文"><a:themeElements>'
        f'<a:clrScheme name="公文">{colours}</a:clrScheme><a:fontScheme name="公文">'
        f"{_font('major', settings.fonts.title)}{_font('minor', settings.fonts.body)}</a:fontScheme>"
        f'<a:fmtScheme name="公文"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


def _font(kind: str, name: str) -> str:
    face = quoteattr(name)
    return (
        f'<a:{kind}Font><a:latin typeface={face}/><a:ea typeface={face}/><a:cs typeface=""/></a:{kind}Font>'
    )
