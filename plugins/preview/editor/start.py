"""How the editor starts: with words that say what its buttons do here, and without asking who one is.

Saving writes a file on this computer and publishes nothing, whatever Decap calls it.
"""

from __future__ import annotations

import json

WAIT = b"window.CMS_MANUAL_INIT = true;\n"  # so that Decap starts when it is told to
TOOLBAR = {
    "publish": "Save",
    "publishNow": "Save now",
    "publishing": "Saving ...",
    "published": "Saved",
    "publishAndCreateNew": "Save and begin another",
    "publishAndDuplicate": "Save and begin a copy",
    "deployButtonLabel": "Show in the preview",
}
TOASTS = {
    "onFailToPersist": "Nothing was saved. %{details}",
    "onFailToDelete": "Nothing was deleted. %{details}",
    "onFailToLoadEntries": "This cannot be opened. %{details}",
    "missingRequiredField": "Something that is needed was left empty. It is marked in red.",
    "entrySaved": "Saved on this computer",
}
# Decap keeps who logged in under this name; here there is nobody to be but the one who sits at the computer.
START = """
localStorage.setItem("decap-cms-user", JSON.stringify({ backendName: "proxy" }));
const words = structuredClone(CMS.getLocale("en"));
Object.assign(words.editor.editorToolbar, %s);
Object.assign(words.ui.toast, %s);
CMS.registerLocale("en", words);
CMS.init();
"""


def start_script() -> bytes:
    """Return the script that starts the editor."""
    return (START.lstrip() % (json.dumps(TOOLBAR), json.dumps(TOASTS))).encode()
