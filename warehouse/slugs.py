"""Short addresses of names: small letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

_LIMIT = 80  # characters; longer ones are cut and told apart by their hash


def slug(words: str) -> str:
    """The address of a name or title: ``Area of Kursk`` gives ``area-of-kursk``.

    Accents fall away. A name with letters that have no plain form (Курск), or one that is too long, ends in
    eight digits of its hash, so that two of them never become one. '' gives ''.

    >>> slug("Báo Lao Động 2")
    'bao-lao-dong-2'
    """
    plain = words.lower() if words.isascii() else _folded(words)
    short = _SIGNS.sub("-", plain).strip("-")
    lost = not plain.isascii() and any(sign.isalnum() and not sign.isascii() for sign in plain)
    if (lost or not short or len(short) > _LIMIT) and words:
        return f"{short[: _LIMIT - 9].strip('-') or 'x'}-{sha256(words.encode()).hexdigest()[:8]}"
    return short


def _folded(words: str) -> str:
    folded = unicodedata.normalize("NFKD", words.translate(_PLAIN)).casefold()
    return "".join(sign for sign in folded if not unicodedata.combining(sign))


_SIGNS = re.compile(r"[^a-z0-9]+")
_PLAIN = str.maketrans({"đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "ß": "ss"})
