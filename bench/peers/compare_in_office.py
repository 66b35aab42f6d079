"""Run by the Python that LibreOffice's ``uno`` belongs to: compare two files with its own Compare and save the result."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name: str, of: object) -> Any:
    """Return a property of UNO."""
    made = PropertyValue()
    made.Name, made.Value = name, of
    return made


def connect(pipe: str) -> Any:
    """Return the context of the LibreOffice that listens at ``pipe``."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _attempt in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise TimeoutError("LibreOffice did not answer")


def main(office: str, profile: str, old: str, new: str, target: str) -> None:
    """Compare ``new`` with ``old`` and write ``target``."""
    pipe = f"gen{Path(profile).parent.name}"
    process = subprocess.Popen([office, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore",
                                "--nolockcheck", f"--accept=pipe,name={pipe};urp;"])  # fmt: skip
    context = connect(pipe)
    manager = context.ServiceManager
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    helper = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    document = desktop.loadComponentFromURL(Path(new).as_uri(), "_blank", 0, (value("Hidden", True),))
    frame = document.getCurrentController().getFrame()
    options = (value("URL", Path(old).as_uri()), value("NoAcceptDialog", True))
    helper.executeDispatch(frame, ".uno:CompareDocuments", "", 0, options)
    document.storeToURL(Path(target).as_uri(), (value("FilterName", "MS Word 2007 XML"),))
    document.close(True)
    desktop.terminate()
    process.wait(60)


main(*sys.argv[1:])
