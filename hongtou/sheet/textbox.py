"""A text box at a fixed place of the page: for what neither flow nor frame can put there in every word processor."""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml.ns import nsdecls

EMU_PER_MM = 36000
NAMESPACES = (
    nsdecls("w", "wp", "a")
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


@dataclass(frozen=True)
class TextBox:
    """A transparent box of ``width`` × ``height`` mm at the foot of the margins; ``content`` falls to its foot."""

    number: int
    name: str
    width: float
    height: float
    content: str

    def run(self) -> str:
        """Return the run that anchors the box to its paragraph."""
        width, height = _emu(self.width), _emu(self.height)
        extent = f'cx="{width}" cy="{height}"'
        body = (
            '<wps:bodyPr rot="0" vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" '
            'anchor="b"><a:noAutofit/></wps:bodyPr>'
        )
        shape = (
            f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
            f"<wps:txbx><w:txbxContent>{self.content}</w:txbxContent></wps:txbx>{body}</wps:wsp>"
        )
        anchor = (
            '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
            'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            f'{_PLACE}<wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
            f'<wp:docPr id="{self.number}" name="{self.name}"/><wp:cNvGraphicFramePr/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f"{shape}</a:graphicData></a:graphic></wp:anchor>"
        )
        return (
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            f"{anchor}</w:drawing></mc:Choice></mc:AlternateContent></w:r>"
        )


_PLACE = "".join(
    f'<wp:position{way} relativeFrom="margin"><wp:align>{align}</wp:align></wp:position{way}>'
    for way, align in (("H", "left"), ("V", "bottom"))
)


def _emu(mm: float) -> int:
    return round(mm * EMU_PER_MM)
