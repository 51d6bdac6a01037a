"""Every command and the file that holds it."""

from __future__ import annotations

COMMANDS = {
    "demo": "demo",
    "new": "new",
    "info": "info",
    "verify": "verify",
    "keys": "keys",
    "card": "card",
    "backup": "backup",
    "restore": "restore",
    "close": "close",
    "import": "import_",
    "dates": "dates",
    "identifiers": "identifiers",
    "register": "register",
    "log": "log",
    "key": "key",
    "find": "find",
    "history": "history",
    "versions": "versions",
    "merge": "merge",
    "template": "template",
    "export": "export",
    "scan": "scan",
}
