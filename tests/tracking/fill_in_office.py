"""Run by the Python that LibreOffice's ``uno`` belongs to: fills in checklists and ledgers as a clerk would, and saves them.

Reads jobs from stdin as JSON, ``[{"path": …, "out": …, "saved": [year, month, day], "rows": {number: {head: text}}}]``.
A row is found by the words of its second column, a cell by the head of its column; a state is ticked by its name.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import uno
from com.sun.star.util import DateTime

sys.path.insert(0, str(Path(__file__).parent.parent / "redline"))
from in_office import connect, value

WORDS, STATE = "工作要求和指标", "状态"
FILTERS = {".docx": "MS Word 2007 XML", ".xlsx": "Calc MS Excel 2007 XML"}


def portions(cell):
    """Yield every portion of the text in ``cell`` with the text of its paragraph."""
    paragraphs = cell.createEnumeration()
    while paragraphs.hasMoreElements():
        paragraph = paragraphs.nextElement()
        found = paragraph.createEnumeration()
        while found.hasMoreElements():
            yield found.nextElement(), paragraph.getString()


def fill(cell, head, text):
    """Tick the box of a state, or type into the control of a text; a plain one LibreOffice reads as an input field."""
    for portion, around in [*portions(cell)]:
        if portion.TextPortionType == "ContentControl" and head != STATE:
            portion.ContentControl.setString(text)
            return
        if portion.TextPortionType == "ContentControl" and around.endswith(text):
            portion.ContentControl.Checked = True
            portion.ContentControl.setString("☒")
        elif portion.TextPortionType == "TextField" and head != STATE:
            portion.TextField.Content = text
            return


def grid(table):
    rows = {}
    for name in table.getCellNames():
        rows.setdefault(int("".join(filter(str.isdigit, name))), []).append(table.getCellByName(name))
    return [rows[number] for number in sorted(rows)]


def fill_document(document, job):
    filled = []
    tables = document.getTextTables()
    for number in range(tables.getCount()):
        heads = None
        for cells in grid(tables.getByIndex(number)):
            texts = [cell.getString() for cell in cells]
            if WORDS in texts and STATE in texts:
                heads = texts
            elif heads and len(cells) == len(heads):
                for head, text in job["rows"].get(texts[heads.index(WORDS)], {}).items():
                    fill(cells[heads.index(head)], head, text)
                    filled.append(texts[0])
    return filled


def fill_sheet(document, job):
    sheet = document.getSheets().getByIndex(0)
    heads = []
    filled = []
    for row in range(2000):
        texts = [sheet.getCellByPosition(column, row).getString() for column in range(20)]
        if WORDS in texts and STATE in texts:
            heads = texts
        elif heads and not any(texts):
            break
        elif heads:
            for head, text in job["rows"].get(texts[heads.index(WORDS)], {}).items():
                sheet.getCellByPosition(heads.index(head), row).setFormula(text)
                filled.append(texts[0])
    return filled


def done(desktop, job):
    hidden = (value("Hidden", True),)
    document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(job["path"]), "_blank", 0, hidden)
    try:
        kind = Path(job["out"]).suffix
        filled = fill_document(document, job) if kind == ".docx" else fill_sheet(document, job)
        year, month, day = job["saved"]
        stamp = DateTime()
        stamp.Year, stamp.Month, stamp.Day, stamp.Hours = year, month, day, 9
        document.getDocumentProperties().ModificationDate = stamp
        document.storeToURL(uno.systemPathToFileUrl(job["out"]), (value("FilterName", FILTERS[kind]),))
        return filled
    finally:
        document.close(True)


def main(office, profile):
    jobs = json.load(sys.stdin)
    # Pipes are known all over the machine, whatever the profile is called.
    pipe = f"gen{os.getpid()}{Path(profile).name}"
    process = subprocess.Popen(
        [office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore", "--nolockcheck",
         "--nodefault", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    context = connect(pipe, process)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    try:
        json.dump([done(desktop, job) for job in jobs], sys.stdout)
    finally:
        if process.poll() is None:
            desktop.terminate()
            process.wait(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
