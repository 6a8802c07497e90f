"""Addresses that come from articles and tables: only those of the web become links.

Nothing here or elsewhere in the service fetches an address.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Browsers drop tabs and line ends inside an address, so "java\nscript:" would still run.
_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
LONGEST = 2000


def web_link(address: str | None) -> str | None:
    """Return *address* when it is an http or https address with a host and without a user name, else None.

    >>> web_link("https://example.org/a")
    'https://example.org/a'
    >>> web_link("javascript:alert(1)") is None
    True
    """
    if not address or len(address) > LONGEST or _CONTROL.search(address):
        return None
    try:
        parts = urlsplit(address)
        named = parts.hostname and not parts.username and not parts.password
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and named else None
