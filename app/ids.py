"""Every component id that a callback or a test names, once."""

LOCATION = "location"
PAGE = "page"
TITLE = "title"
ARRIVED = "arrived"
SCHEME = "scheme"
MAIN = "main"

SQL_TEXT = "sql-text"
SQL_RUN = "sql-run"
SQL_ANSWER = "sql-answer"
SQL_ADDRESS = "sql-address"
ARTICLE = "article"
