"""How often one client may ask for what is costly.

A bucket for each client and kind of request: it holds so many tokens, a request takes one and
they come back at a steady rate. Counted in each process by itself, so with two workers a
client may get twice as much.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import current_app, request
from werkzeug.exceptions import TooManyRequests

MOST_CLIENTS = 10_000  # remembered at a time; the one longest unseen is forgotten first
_KEY = "reported-figures-limiter"


@dataclass(frozen=True, slots=True)
class Rate:
    """*burst* requests at once, then *a_minute*."""

    burst: int
    a_minute: float


RATES: Mapping[str, Rate] = {
    "sql": Rate(20, 60),
    "download": Rate(20, 40),
    "search": Rate(60, 90),
    "check": Rate(10, 20),
    "keep": Rate(5, 5),
    "any": Rate(400, 1200),
}


class Limiter:
    """Token buckets by kind and client. *clock* gives seconds."""

    def __init__(self, rates: Mapping[str, Rate] = RATES, clock: Callable[[], float] = time.monotonic) -> None:
        self._rates = rates
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: OrderedDict[tuple[str, str], tuple[float, float]] = OrderedDict()

    def wait(self, kind: str, client: str) -> float:
        """Take a token and return 0, or return the seconds until there is one."""
        rate, now = self._rates[kind], self._clock()
        with self._lock:
            tokens, seen = self._buckets.pop((kind, client), (float(rate.burst), now))
            tokens = min(rate.burst, tokens + (now - seen) * rate.a_minute / 60)
            granted = tokens >= 1
            self._buckets[kind, client] = (tokens - granted, now)
            if len(self._buckets) > MOST_CLIENTS:
                self._buckets.popitem(last=False)
        return 0.0 if granted else (1 - tokens) * 60 / rate.a_minute


def use(limiter: Limiter) -> Callable[[object], None]:
    """Give a function that hands *limiter* to a Flask server."""

    def install(server: object) -> None:
        server.extensions[_KEY] = limiter  # type: ignore[attr-defined]  # any Flask

    return install


def count(kind: str) -> None:
    """Count this request; raises 429 with the seconds to wait when its client asks too often."""
    limiter: Limiter | None = current_app.extensions.get(_KEY)
    seconds = limiter.wait(kind, request.remote_addr or "") if limiter else 0.0
    if seconds:
        again = max(1, round(seconds + 0.5))
        raise TooManyRequests(f"Too many requests of this kind. Try again in {again} s.", retry_after=again)


def refusal(kind: str) -> str:
    """Count this request as ``count`` does: '' when it is granted, else what to tell its reader."""
    try:
        count(kind)
    except TooManyRequests as error:
        return str(error.description)
    return ""
