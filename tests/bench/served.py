"""The app as ``app.wsgi`` serves it, for a client that asks faster than readers do."""

from __future__ import annotations

from app import limits
from app.limits import Limiter, Rate
from app.server import create_app, warm_up
from app.settings import Settings

app = create_app(Settings.from_environment())
limits.use(Limiter({kind: Rate(10**9, 10**9) for kind in limits.RATES}))(app.server)
warm_up(app)
server = app.server
