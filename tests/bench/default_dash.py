"""The peer: one series in Dash as its tutorial does it: data frame, graph objects, table, download by callback."""

from __future__ import annotations

import os
from pathlib import Path

import duckdb
import pandas as pd
import plotly.express as px
from dash import Dash, Input, Output, dash_table, dcc, html

PUBLISHED = Path(os.environ["FIGURES_HOME"]) / "pub" / "figures.duckdb"
SLUG = os.environ["BENCH_SLUG"]
SHOWN = ["as_of_start", "voice", "value", "low", "high", "unit", "excerpt", "publisher"]
CSV_ROWS = 100_000  # the whole of it, in memory and base64, is more than a bench may ask


def rows(condition: str, limit: int) -> pd.DataFrame:
    with duckdb.connect(PUBLISHED, read_only=True) as connection:
        return connection.execute(f"select * from figures where {condition} order by as_of_start limit {limit}").df()


app = Dash(__name__)
app.layout = html.Div(
    [
        html.H1("Figures"),
        dcc.RadioItems(["linear", "log"], "linear", id="scale"),
        dcc.Graph(id="graph"),
        dash_table.DataTable(id="table", columns=[{"name": name, "id": name} for name in SHOWN], page_size=20),
        html.Button("CSV", id="csv"),
        dcc.Download(id="download"),
    ]
)


@app.callback(Output("graph", "figure"), Output("table", "data"), Input("scale", "value"))
def draw(scale: str) -> tuple[object, object]:
    found = rows(f"slug = '{SLUG}'", 10_000)
    found["above"], found["below"] = found["high"] - found["value"], found["value"] - found["low"]
    figure = px.scatter(
        found, x="as_of_start", y="value", color="voice", error_y="above", error_y_minus="below",
        log_y=scale == "log", hover_data=["excerpt", "publisher"],
    )  # fmt: skip
    return figure, found[SHOWN].to_dict("records")


@app.callback(Output("download", "data"), Input("csv", "n_clicks"), prevent_initial_call=True)
def download(_: int) -> object:
    return dcc.send_data_frame(rows("true", CSV_ROWS).to_csv, "figures.csv", index=False)


server = app.server
server.test_client().get("/")  # its set-up is the first request; others that come meanwhile are answered with 500
