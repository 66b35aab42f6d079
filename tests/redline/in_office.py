"""Run by the Python that LibreOffice's ``uno`` belongs to: what a redline says once all changes are taken, or refused.

Reads jobs from stdin as JSON, ``[{"path": …, "do": "accept" | "reject" | "read"}]``, and prints for each the number of
changes that were imported, those that were left, and the text: paragraphs as [style, text], tables as rows of cells.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

COMMANDS = {"accept": ".uno:AcceptAllTrackedChanges", "reject": ".uno:RejectAllTrackedChanges"}


def value(name, of):
    made = PropertyValue()
    made.Name, made.Value = name, of
    return made


def connect(pipe, process):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _attempt in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if process.poll() is not None:
                raise
            time.sleep(0.5)
    raise TimeoutError("LibreOffice did not answer")


def content(text):
    found = []
    blocks = text.createEnumeration()
    while blocks.hasMoreElements():
        block = blocks.nextElement()
        if block.supportsService("com.sun.star.text.TextTable"):
            rows = {}
            for name in block.getCellNames():
                number = "".join(filter(str.isdigit, name))
                rows.setdefault(int(number), []).append([name, content(block.getCellByName(name))])
            found.append(["table", [rows[number] for number in sorted(rows)]])
        else:
            found.append([block.ParaStyleName, block.getString()])
    return found


def boxes(document):
    frames = document.getTextFrames()
    return [content(frames.getByIndex(number)) for number in range(frames.getCount())]


def answer(desktop, helper, job):
    url = uno.systemPathToFileUrl(job["path"])
    document = desktop.loadComponentFromURL(url, "_blank", 0, (value("Hidden", True),))
    try:
        before = changes(document)
        if job["do"] in COMMANDS:
            helper.executeDispatch(document.getCurrentController().getFrame(), COMMANDS[job["do"]], "", 0, ())
        return {
            "changes": before,
            "left": changes(document),
            "text": content(document.getText()),
            "boxes": boxes(document),
        }
    finally:
        document.close(True)


def changes(document):
    redlines = document.getRedlines().createEnumeration()
    count = 0
    while redlines.hasMoreElements():
        redlines.nextElement()
        count += 1
    return count


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
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    helper = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    try:
        json.dump([answer(desktop, helper, job) for job in jobs], sys.stdout)
    finally:
        if process.poll() is None:
            desktop.terminate()
            process.wait(60)


if __name__ == "__main__":
    main(*sys.argv[1:])
