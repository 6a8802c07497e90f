"""Every component id that a callback or a test names, once."""

LOCATION = "location"
PAGE = "page"
TITLE = "title"
ARRIVED = "arrived"
SCHEME = "scheme"
MAIN = "main"
