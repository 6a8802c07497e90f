"""For a WSGI server: ``gunicorn --no-control-socket -k gthread --workers 2 --threads 4 app.wsgi:server``."""

from app.server import create_app, warm_up
from app.settings import Settings

app = create_app(Settings.from_environment())
warm_up(app)
server = app.server
