"""The ``figures`` command: one verb a command, plain output on stdout, complaints on stderr.

Exit codes: 0 fine, 1 found problems, 2 wrong use. Each command loads only what it needs, so that
reading a text starts without the database and the dashboard.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from app.printing import complain, print_csv, print_jsonl, print_rows, print_table
from figures.errors import FiguresError

Thing = TypeVar("Thing")
READ_TABLE = ("excerpt", "value", "low", "high", "unit", "indicator", "place", "originator", "as_of_start", "document")


class Commands(click.Group):
    """A group whose commands end with one line on stderr and exit code 1 when a problem stops them."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; what the user can mend is told, not traced."""
        try:
            return super().invoke(ctx)
        except FiguresError as problem:
            line = str(problem)
        except OSError as error:
            if error.errno == errno.EPIPE or error.filename is None:  # a reader that has had enough: click ends quietly
                raise
            line = f"{error.filename}: {error.strerror}; check the path and who may write there"
        complain(line)
        raise SystemExit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="reported-figures", prog_name="figures")
def main() -> None:
    """Every number in the news, with its source: read, compared and charted."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # not so where tests put a stream of their own
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


Command = Callable[..., None]
WANTED = {"accept": "nothing more", "reject": "nothing more", "set": "FIELD=VALUE", "note": "a text"}
PATH = click.Path(path_type=Path)
paths_argument = click.argument("paths", nargs=-1, required=True, type=PATH, metavar="PATH...")
manifest_option = click.option("--manifest", type=PATH, help="A table of each file's title, outlet and date.")


def format_option(*names: str) -> Callable[[Command], Command]:
    """The option --format with its choices; the first is the default."""
    return click.option("--format", "form", type=click.Choice(names), default=names[0], show_default=True)


@main.command()
@paths_argument
@manifest_option
@format_option("jsonl", "csv", "table")
def read(paths: tuple[Path, ...], manifest: Path | None, form: str) -> None:
    """Print the figures of articles in text order; touches no database.

    PATH is an article (.txt, .md, .html) or a folder of them. Tables of places, sources and events among the
    paths say who is who and where is where.
    """
    from app.readings import COLUMNS, Readings

    readings = Readings(paths, manifest)
    if form == "jsonl":
        print_jsonl(readings.records())
    elif form == "csv":
        print_csv(COLUMNS, (tuple(record.values()) for record in readings.records()))
    else:
        print_table(READ_TABLE, ([record[name] for name in READ_TABLE] for record in readings.records()))
    finish(readings.problems)


@main.command()
def quantities() -> None:
    """Give each {"text": ...} line of stdin back with the quantities in its text."""
    from app.readings import with_quantities

    problems: list[FiguresError] = []
    print_jsonl(with_quantities(sys.stdin, problems))
    finish(problems)


@main.command()
@paths_argument
@manifest_option
@format_option("table", "csv", "json")
def check(paths: tuple[Path, ...], manifest: Path | None, form: str) -> None:
    """Hold every number of a draft against the warehouse: who says otherwise, and by how much; stores nothing.

    PATH is an article or a folder of them; with - the text comes by stdin.
    """
    from app.checks import drafts_from, findings

    problems: list[FiguresError] = []
    print_rows(*findings(drafts_from(paths, manifest, sys.stdin, problems), whole=form != "table"), form)
    finish(problems)


@main.command()
@paths_argument
@manifest_option
@click.option("--mapping", type=PATH, help="TOML that names the columns of a table that is not ours.")
@click.option("--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read.")
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="What reads.")
@click.option("--scheduler", metavar="ADDRESS", help="Of the Dask cluster: tcp://host:8786.")
@click.option("--tree", type=PATH, help="Also write the figures as partitioned Parquet below this folder.")
@click.option("--with-texts", is_flag=True, help="Publish the articles' full texts too; mind your rights to them.")
def ingest(
    paths: tuple[Path, ...],
    manifest: Path | None,
    mapping: Path | None,
    workers: int,
    engine: str,
    scheduler: str | None,
    tree: Path | None,
    with_texts: bool,
) -> None:
    """Put articles and tables of claims into the warehouse and publish it.

    PATH is an article, a table of claims (.csv) or a folder of them. What is there already is left as it is.
    """
    from warehouse.connection import Snapshot
    from warehouse.home import Home
    from warehouse.ingesting import ingest as take_in
    from warehouse.tree import write_tree

    if (engine == "dask") != (scheduler is not None):
        raise click.UsageError("--engine dask and --scheduler ADDRESS go together")
    home = Home.from_environment()
    summary = take_in(
        paths,
        home,
        manifest=manifest,
        mapping=mapping,
        workers=workers,
        scheduler=scheduler,
        progress=progress_bar,
        with_texts=with_texts,
    )
    click.echo(summary.sentence())
    if tree is not None:
        click.echo(f"Parquet: {write_tree(Snapshot.of(home), tree)}")
    finish(summary.problems)


@main.command()
@click.argument("figure_id")
@click.argument("action", type=click.Choice(["accept", "reject", "set", "note"]))
@click.argument("content", required=False, metavar="[FIELD=VALUE|TEXT]")
@click.option("--reason", required=True, help="Why; kept with the correction.")
@click.option("--reviewer", required=True, help="Who; kept with the correction.")
def review(figure_id: str, action: str, content: str | None, reason: str, reviewer: str) -> None:
    """Correct a figure: accept, reject, set FIELD=VALUE or note TEXT. It survives every later reading."""
    from app.corrections import correct

    field, equals, value = (content or "").partition("=") if action == "set" else ("", "", content)
    if (action in ("set", "note")) != (content is not None) or (action == "set" and not (field and equals)):
        raise click.UsageError(f"{action} takes {WANTED[action]}")
    said, problems = correct(figure_id, action, field or None, value, reason=reason, reviewer=reviewer)
    if said:
        click.echo(said)
    finish(problems)


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 lets other machines in.")
@click.option("--port", type=click.IntRange(0, 65535), default=8050, show_default=True, help="0 takes any free one.")
@click.option("--log", is_flag=True, help="Log each request on stderr, a JSON object a line.")
def serve(host: str, port: int, log: bool) -> None:
    """Show the dashboard on the published file until Ctrl-C."""
    from app.serving import serve as run
    from app.settings import Settings

    run(Settings.from_environment(), host=host, port=port, log=log)


@main.command()
@click.argument("statement", metavar='"select ..."|-')
@format_option("table", "csv", "json")
def sql(statement: str, form: str) -> None:
    """Ask the published file in SQL: one select; nothing is ever changed. With - the statement comes by stdin."""
    from app.asked import answer_to

    answer = answer_to(sys.stdin.read() if statement == "-" else statement)
    print_rows([column.name for column in answer.columns], answer.rows, form)
    if answer.more:
        complain(f"only the first {len(answer.rows):,} rows; narrow the question, or use `figures export`")


@main.command()
@click.option("--severity", type=click.IntRange(0, 4), default=1, show_default=True, help="This and worse.")
@click.option("--indicator", default="", metavar="ID", help="Only this indicator, such as area_controlled.")
@format_option("table", "csv")
def disagreements(severity: int, indicator: str, form: str) -> None:
    """List who disagrees with whom, worst first, each with its reason in words."""
    from app.asked import disagreement_rows
    from figures.catalogue import catalogue

    if indicator and indicator not in catalogue():
        raise click.UsageError(f"{indicator!r} is no indicator; they are {', '.join(catalogue())}")
    print_rows(*disagreement_rows(severity, indicator, whole=form == "csv"), form)


@main.command()
@click.argument("slug", required=False)
@click.option("--all", "everything", is_flag=True, help="Every series.")
@format_option("csv", "json", "zip", "parquet")
@click.option("--output", "-o", type=PATH, help="Write there; without it to stdout.")
def export(slug: str | None, everything: bool, form: str, output: Path | None) -> None:
    """Give a series, by the SLUG in its address, or everything, as the download buttons do."""
    from app.exports import chunks, save

    if (slug is None) != everything:
        raise click.UsageError("give the SLUG of a series, or --all")
    if output is not None:
        save(chunks(slug, form), output)
        return
    stdout = sys.stdout.buffer
    if form in ("zip", "parquet") and stdout.isatty():
        raise click.UsageError(f"{form} is not for a terminal; add --output FILE")
    for chunk in chunks(slug, form):
        stdout.write(chunk)
    stdout.flush()


@main.command()
def doctor() -> None:
    """Check the warehouse's files against every invariant, and say what to do; exit 1 where figures may be wrong."""
    from warehouse.doctor import examine
    from warehouse.home import Home

    home = Home.from_environment()
    findings = examine(home)
    for finding in findings:
        complain(finding)
    if any(finding.is_harmful for finding in findings):
        sys.exit(1)
    click.echo(f"{home.path}: {'sound, but untidy' if findings else 'sound'}")


def progress_bar(readings: Iterable[Thing], total: int) -> Iterator[Thing]:
    """The readings as they are, with a bar on stderr where that is a terminal."""
    from tqdm import tqdm

    yield from tqdm(readings, total=total, unit="file", disable=None, leave=False)


def finish(problems: Iterable[FiguresError]) -> None:
    """Tell each problem in a line; exit 1 if there is one."""
    told = False
    for problem in problems:
        complain(problem)
        told = True
    if told:
        sys.exit(1)
