"""The command line as an operator meets it: a process, its output and its exit code."""

import asyncio
import contextlib
import csv
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from dataclasses import dataclass
from datetime import date

import pytest
from socket_server import listening
from typer.testing import CliRunner

from graph_api.app import create_app
from graph_api.cli import app, main
from graph_api.database import open_database
from graph_api.database.embedded import running_server
from graph_api.database.embedded.store import Store
from graph_api.seed.state import holds_nothing_else, read_state
from graph_api.settings import Settings

QUESTION = "query Name($code: String!) { city(code: $code) { name } }"


def command(*arguments):
    return [sys.executable, "-W", "error::ResourceWarning", "-m", "graph_api", *arguments]


def environment(**variables):
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("NEO4J_", "GRAPH_API_PORT", "GRAPH_API_TEST_"))
    }
    return {**kept, "COLUMNS": "120", **variables}


def run_process(*arguments, **variables):
    return subprocess.run(
        command(*arguments), capture_output=True, text=True, env=environment(**variables), timeout=60, check=False
    )


@dataclass
class Result:
    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(monkeypatch, capsys, own_log):
    """Runs a command like the shell would, in this process: starting Python each time is most of a command's time."""

    def run(*arguments, text="", **variables):
        wanted = environment(**variables)
        for name in set(os.environ) - set(wanted):
            monkeypatch.delenv(name)
        for name, value in wanted.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["graph-api", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        with pytest.raises(SystemExit) as leaving:
            main()
        return Result(leaving.value.code or 0, *capsys.readouterr())

    return run


@pytest.fixture
def there(neo4j_address, donggang):
    return {
        "NEO4J_URI": neo4j_address.uri,
        "NEO4J_USERNAME": neo4j_address.username,
        "NEO4J_PASSWORD": neo4j_address.password,
    }


def is_one_sentence(result):
    return result.returncode == 1 and len(result.stderr.strip().splitlines()) == 1 and "Traceback" not in result.stderr


COMMANDS = [
    "serve",
    "query",
    "export",
    "figures",
    "coverage",
    "coverage common",
    "coverage verify",
    "due",
    "cypher",
    "schema",
    "migrate",
    "doctor",
    "seed donggang",
]
COMMANDS += [f"db {each}" for each in ("start", "stop", "status", "wipe")]


def test_help_comes_at_once_and_without_the_jvm():
    code = "import sys, graph_api.cli; print({'jpype', 'neo4j', 'graphql', 'uvicorn', 'pydantic'} & set(sys.modules))"
    began = time.perf_counter()
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert time.perf_counter() - began < 2
    assert result.stdout.strip() == "set()"


def test_every_command_explains_itself_with_an_example(monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    for each in COMMANDS:
        result = CliRunner().invoke(app, [*each.split(), "--help"])
        assert result.exit_code == 0, each
        assert "Example" in result.output, each
        assert f"graph-api {each}" in result.output, each


def test_figures_hold(run, there):
    result = run("figures", **there)
    assert result.returncode == 0, result.stderr
    assert re.search(r"communities +Communities +21 +21 +yes", result.stdout)
    assert " no " not in result.stdout


def test_figures_of_a_city_that_is_not_there(run, there):
    result = run("figures", "--city", "999999", **there)
    assert is_one_sentence(result), result.stderr


@pytest.mark.parametrize(("code", "exit_code"), [("210681001002", 0), ("210681001004", 1)])
def test_coverage_exits_with_one_where_a_must_rule_fails(run, there, code, exit_code):
    result = run("coverage", code, "--rule", "BLD1", "--as-of", "2026-06-30", **there)
    assert result.returncode == exit_code, result.stderr
    assert ("in 0 groups" in result.stdout) is bool(exit_code)


def test_coverage_shows_what_was_observed_and_what_is_required(run, there):
    result = run("coverage", "210681001004", "--rule", "BLD1", "--as-of", "2026-06-30", **there)
    assert re.search(r"BLD1 +MUST +\S+ +\S+ \S+ +FAIL +in 0 groups +in at least 1 building group", result.stdout)
    assert "育才社区: " in result.stdout


def test_coverage_shows_all_findings_on_request(run, there):
    few, all_ = (run("coverage", "210681001002", "--rule", "COM1", *more, **there) for more in ((), ("--all",)))
    assert (few.returncode, all_.returncode) == (0, 0)
    assert "COM1" not in few.stdout
    assert re.search(r"COM1 +MUST +公安社区 +公安社区 +PASS +4 departments +3 to 5 departments", all_.stdout)


def english_of(text):
    """The words of a text in Latin letters, without codes of rules and keys of figures."""
    return re.findall(r"[A-Za-z]+", re.sub(r"\b[A-Z]+[0-9]+\b|^ *[a-z_0-9]+ ", "", text, flags=re.MULTILINE))


def test_coverage_in_chinese_has_no_english_word(run, there):
    result = run("coverage", "210681", "--all", "--as-of", "2026-06-30", "--language", "zh", **there)
    assert result.returncode == 1, result.stderr
    assert english_of(result.stdout) == []
    assert re.search(r"BLD1 +必须 +\S+ +\S+ +未通过 +属于0个党小组 +至少纳入1个联合楼栋党小组", result.stdout)
    assert re.search(r"东港市：必须类检查通过率[\d.]+%；共\d+项检查结果。", result.stdout)


def test_common_failures_say_what_would_fix_most(run, there):
    result = run("coverage", "common", "210681", "--as-of", "2026-06-30", **there)
    assert result.returncode == 0, result.stderr
    assert re.search(r"failures +share .+\n.+\n +51 +53% +1 +same rule +BLD1 The building is in", result.stdout)
    assert re.search(r"7 +7% +1 +same place +BLD1, CMP4 +大东沟小区", result.stdout)


def test_common_failures_in_chinese_have_no_english_word(run, there):
    result = run("coverage", "common", "210681", "--as-of", "2026-06-30", "--language", "zh", **there)
    assert result.returncode == 0, result.stderr
    assert english_of(result.stdout) == []
    assert re.search(r"51 +53% +1 +同一规则 +BLD1 楼栋纳入联合楼栋党小组", result.stdout)


def test_figures_in_chinese_have_no_english_word(run, there):
    result = run("figures", "--language", "zh", **there)
    assert result.returncode == 0, result.stderr
    assert english_of(result.stdout) == []
    assert re.search(r"communities +社区 +21 +21 +相符", result.stdout)
    assert "（元）" in result.stdout


@pytest.mark.parametrize(("until", "exit_code"), [("2026-07-30", 1), ("2020-01-01", 0)])
def test_due_exits_with_one_where_something_is_overdue(run, there, until, exit_code):
    result = run("due", "210681003", "--kind", "agenda", "--as-of", "2026-06-30", "--until", until, **there)
    assert result.returncode == exit_code, result.stderr
    assert bool(re.search(r"2025-11-11 +-231 +AGENDA +新城街道 +柞木社区没有社区活动场所", result.stdout)) is bool(
        exit_code
    )
    assert "新城街道: " in result.stdout


def test_due_in_chinese_has_no_english_word(run, there):
    result = run("due", "210681", "--as-of", "2026-06-30", "--language", "zh", **there)
    assert result.returncode == 1, result.stderr
    assert english_of(result.stdout) == []
    assert re.search(r"东港市：共\d+项到期事项，其中\d+项逾期。", result.stdout)


@pytest.mark.parametrize(
    ("arguments", "told"), [(["1"], "1"), (["999999"], "999999"), (["210681", "--kind", "visits"], "VISIT?")]
)
def test_due_of_what_is_not_there_is_one_sentence(run, there, arguments, told):
    result = run("due", *arguments, **there)
    assert is_one_sentence(result), result.stderr
    assert told in result.stderr


def test_coverage_of_another_day(run, there):
    result = run("coverage", "210681001002", "--rule", "COM1", "--as-of", "2020-01-01", **there)
    assert result.returncode == 1
    assert "0 departments" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["999999"], "The graph has no place 999999."),
        (["21x"], "21x is not the code of a place"),
        (["210681", "--rule", "NONE1"], "There is no rule NONE1."),
        (["210681", "--rule", "com1"], "There is no rule com1. Did you mean COM1?"),
    ],
)
def test_coverage_of_what_is_not_there_is_one_sentence(run, there, arguments, told):
    result = run("coverage", *arguments, **there)
    assert is_one_sentence(result), result.stderr
    assert told in result.stderr


def test_coverage_names_buildings_with_their_compound_and_issues_by_title(run, there):
    result = run("coverage", "210681001", "--all", "--rule", "BLD1", "--rule", "ISS1", "--as-of", "2026-06-30", **there)
    lines = [re.split("  +", line.strip()) for line in result.stdout.splitlines() if re.match(" +(BLD|ISS)", line)]
    assert {code for code, *_ in lines} == {"BLD1", "ISS1"}
    # The column of the obligation is narrow; the subject follows the place.
    assert all(re.fullmatch(r"\S+ \S+号楼", line[3]) for line in lines if line[0] == "BLD1")
    assert all(line[3] for line in lines)


@pytest.mark.parametrize(("settings", "exit_code"), [({}, 0), ({"feedback_days": 1}, 1)], ids=["same", "other"])
async def test_what_a_server_says_is_compared_with_the_rules(run, there, donggang, settings, exit_code):
    arguments = ["coverage", "verify", "--as-of", "2026-06-30", "--server"]
    async with listening(create_app(Settings(statement_seconds=120, **settings), donggang)) as port:
        result = await asyncio.to_thread(run, *arguments, f"http://127.0.0.1:{port}/graphql", **there)
    assert result.returncode == exit_code, result.stderr
    assert re.search(r"^210681: the server's findings differ" if exit_code else r"\d{4} findings in", result.stdout)


@pytest.mark.parametrize("server", ["http://127.0.0.1:1/graphql", "file:///", "nothing"])
def test_a_server_that_is_none_is_one_sentence(run, there, server):
    result = run("coverage", "verify", "--server", server, **there)
    assert is_one_sentence(result), result.stderr
    assert ("--server must start with http://" in result.stderr) is not server.startswith("http")


async def test_a_server_that_refuses_is_one_sentence(run, there, donggang):
    async with listening(create_app(Settings(max_depth=1), donggang)) as port:
        result = await asyncio.to_thread(
            run, "coverage", "verify", "--server", f"http://127.0.0.1:{port}/graphql", **there
        )
    assert is_one_sentence(result), result.stderr


def test_query_prints_the_answer_as_json(run, there, tmp_path):
    file = tmp_path / "name.graphql"
    file.write_text(QUESTION, encoding="utf-8")
    result = run("query", str(file), "--var", "code=210681", "--operation", "Name", **there)
    assert (result.returncode, json.loads(result.stdout)) == (0, {"data": {"city": {"name": "东港市"}}})


DEPARTMENTS = """query Departments($within: String!) {
  departments(within: $within, first: 30, asOf: "2026-06-30") { nodes { code name couldServe pairing { since } } }
}"""


def test_query_reads_a_list_to_its_end(run, there):
    arguments = ["query", "-", "--var", "within=210681", "--format"]
    as_csv, as_json, as_table = (run(*arguments, each, text=DEPARTMENTS, **there) for each in ("csv", "json", "table"))
    assert {each.returncode for each in (as_csv, as_json, as_table)} == {0}, as_csv.stderr
    rows = list(csv.DictReader(io.StringIO(as_csv.stdout)))
    nodes = json.loads(as_json.stdout)["data"]["departments"]["nodes"]
    assert (len(rows), rows[0].keys()) == (78, {"code", "name", "couldServe", "pairing.since"})
    assert [row["pairing.since"] for row in rows] == [node["pairing"]["since"] for node in nodes]
    assert [row["couldServe"].split("; ") for row in rows] == [node["couldServe"] or [""] for node in nodes]
    assert all(row["name"] in as_table.stdout for row in rows)


@pytest.mark.parametrize(
    "text", ["{ nonsense }", "{", "{ rules { code } cities { nodes { code } } a: cities { nodes { code } } }"]
)
def test_an_operation_without_a_table_is_one_sentence(run, there, text):
    result = run("query", "-", "--format", "csv", text=text, **there)
    assert is_one_sentence(result), result.stderr
    assert result.stdout == ""


def test_what_a_pipe_no_longer_takes_is_no_failure_to_show(there):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        result = subprocess.run(
            command("query", "-", "--format", "csv"),
            input="{ rules { code title required } }",
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(**there),
            timeout=60,
            check=False,
        )
    assert (result.returncode, result.stderr) == (1, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["figures"],
        ["coverage", "210681001", "--all", "--as-of", "2026-06-30"],
        ["coverage", "common", "210681001", "--as-of", "2026-06-30"],
    ],
)
def test_figures_and_findings_come_as_csv_and_json(run, there, arguments):
    as_csv, as_json = (run(*arguments, "--format", each, **there) for each in ("csv", "json"))
    assert as_csv.returncode == as_json.returncode, as_csv.stderr
    rows, data = list(csv.DictReader(io.StringIO(as_csv.stdout))), json.loads(as_json.stdout)["data"]
    if "city" in data:
        assert [(row["key"], float(row["value"])) for row in rows] == [
            (figure["key"], figure["value"]) for figure in data["city"]["figures"]
        ]
    elif "commonFailures" in data:
        assert len(rows) > 5
        assert [(row["kind"], int(row["count"]), row["rules.code"].split("; ")) for row in rows] == [
            (each["kind"], each["count"], [rule["code"] for rule in each["rules"]])
            for each in data["commonFailures"]["nodes"]
        ]
    else:
        assert [(row["rule.code"], row["result"], row["place.name"]) for row in rows] == [
            (each["rule"]["code"], each["result"], each["place"]["name"]) for each in data["coverageFindings"]["nodes"]
        ]


def test_export_writes_a_file_and_says_how_much(run, there, tmp_path):
    file = tmp_path / "community.gexf"
    result = run("export", "--format", "gexf", "--within", "210681001003", "--output", str(file), **there)
    assert (result.returncode, result.stdout) == (0, "")
    assert re.search(r"^Exported \d+ nodes and \d+ relations\.$", result.stderr, re.MULTILINE)
    assert file.read_text(encoding="utf-8").endswith("</gexf>\n")
    assert list(tmp_path.iterdir()) == [file]


def test_export_writes_two_tables_to_a_folder(run, there, tmp_path):
    folder = tmp_path / "tables"
    for _ in range(2):
        arguments = ["--within", "210681001003", "--as-of", "2026-06-30", "--output", str(folder)]
        assert run("export", "--format", "csv", *arguments, **there).returncode == 0
    assert sorted(path.name for path in folder.iterdir()) == ["edges.csv", "nodes.csv"]
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.parametrize("within", ["999999", "21x", "210681999"])
def test_export_of_no_place_leaves_the_file_as_it_was(run, there, tmp_path, within):
    file = tmp_path / "graph.jsonl"
    file.write_text("earlier", encoding="utf-8")
    result = run("export", "--format", "jsonl", "--within", within, "--output", str(file), **there)
    assert is_one_sentence(result), result.stderr
    assert within in result.stderr
    assert file.read_text(encoding="utf-8") == "earlier"


@pytest.mark.parametrize(
    "arguments",
    [[], ["--format", "xlsx"], ["--format", "csv"], ["--format", "jsonl", "--as-of", "30.6.2026"]],
    ids=["no format", "unknown format", "no folder", "no date"],
)
def test_export_that_can_not_be_understood_is_wrong_usage(run, arguments):
    result = run("export", *arguments, NEO4J_URI="bolt://127.0.0.1:1")
    assert result.returncode == 2
    assert result.stdout == ""


@pytest.mark.parametrize("output", ["/dev/null/graph.jsonl", "/proc/graph.jsonl", "/"])
def test_export_to_where_nothing_can_be_written_is_one_sentence(run, output):
    result = run("export", "--format", "jsonl", "--output", output, NEO4J_URI="bolt://127.0.0.1:1")
    assert is_one_sentence(result), result.stderr
    assert result.stderr.startswith("Can't write /")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_an_export_that_is_stopped_leaves_nothing(tmp_path, stop):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        process = subprocess.Popen(
            command("export", "--format", "jsonl", "--output", str(tmp_path / "graph.jsonl")),
            stderr=subprocess.PIPE,
            text=True,
            env=environment(NEO4J_URI=uri_of(silent)),
        )
        # The command is connecting: its draft is there.
        connection, _ = silent.accept()
        assert [path.name.startswith(".graph.jsonl.") for path in tmp_path.iterdir()] == [True]
        process.send_signal(stop)
        _, said = process.communicate(timeout=60)
        connection.close()
    assert (process.returncode, "Traceback" in said) == (130, False), said
    assert list(tmp_path.iterdir()) == []


def test_a_format_that_is_none_is_wrong_usage(run):
    result = run("figures", "--format", "xlsx", NEO4J_URI="bolt://127.0.0.1:1")
    assert result.returncode == 2
    assert "xlsx" in result.stderr


def test_query_with_an_error_prints_it_and_exits_with_one(run, there):
    result = run("query", "-", text="{ nonsense }", **there)
    assert result.returncode == 1
    assert json.loads(result.stdout)["errors"][0]["extensions"]["code"] == "GRAPHQL_VALIDATION_FAILED"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "The document has several operations: choose Name or Other."),
        (["--operation", "None"], "The document has no operation None, but Name or Other."),
    ],
)
def test_query_names_its_own_option(run, arguments, told):
    text = f"{QUESTION} query Other {{ rules {{ code }} }}"
    result = run("query", "-", *arguments, text=text, NEO4J_URI="bolt://127.0.0.1:1")
    assert result.returncode == 2
    assert "Invalid value for --operation" in result.stderr
    assert told in re.sub(r"[\s│]+", " ", result.stderr)


def test_versions_are_shown(run):
    shown = run("--version").stdout
    assert re.fullmatch(r"graph-api \d+\.\d+\.\d+, embedded Neo4j 5\.26\.\d+, Python 3\.\d+\.\d+\n", shown)


def test_a_misspelt_variable_is_a_warning(run):
    result = run("db", "status", GRAPH_API_EMBEDED_DATA="/nowhere", GRAPH_API_EMBEDDED_DATA="/nowhere")
    assert result.stderr == (
        "GRAPH_API_EMBEDED_DATA is not a setting of graph-api: did you mean GRAPH_API_EMBEDDED_DATA?\n"
    )
    assert result.stdout == "Neo4j is not running.\nStore: /nowhere\n"


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("{ \udcff }", []),
        ("{ rules { code } }", ["--operation", "\udcff"]),
        ("{ rules { code } }", ["--var", "\udcff=1"]),
        ("query($v: Date) { cities(asOf: $v) { totalCount } }", ["--var", "v=\udcff"]),
    ],
)
def test_query_takes_no_bytes_that_are_no_text(run, text, arguments):
    result = run("query", "-", *arguments, text=text, NEO4J_URI="bolt://127.0.0.1:1")
    assert result.returncode == 2
    assert "It is not UTF-8 text." in result.stderr


def test_doctor_and_migrate_find_nothing_to_do(run, there):
    doctor, migrate = run("doctor", **there), run("migrate", **there)
    assert (doctor.returncode, migrate.returncode) == (0, 0), doctor.stdout
    assert re.search(r"migrations +ok +all applied", doctor.stdout)
    assert re.search(r"graph-api +ok +\d+\.\d+\.\d+", doctor.stdout)
    assert re.search(r"its version +ok +Neo4j 5\.26\.\d+", doctor.stdout)
    assert re.search(r"round trip +(ok|warning) +\d+\.\d ms", doctor.stdout)
    assert re.search(r"data +ok +Donggang as of 2026-06-30", doctor.stdout)
    assert re.search(r"cities +ok +1: 东港市", doctor.stdout)
    assert "Applied" not in migrate.stdout


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 6, 30), "records +ok +up to date"),
        (date(2026, 8, 1), "records +warning +nothing is recorded after 2026-06-30: coverage falls"),
    ],
)
def test_doctor_warns_once_the_records_end_before_the_last_complete_period(run, there, monkeypatch, today, told):
    monkeypatch.setattr(Settings, "today", lambda _: today)
    doctor = run("doctor", **there)
    assert doctor.returncode == 0
    assert re.search(told, doctor.stdout), doctor.stdout


def test_cypher_lists_the_catalogue_and_writes_a_statement_out(run):
    names, one = run("cypher"), run("cypher", "pairings.aligned")
    assert "pairings.aligned" in names.stdout
    assert ":param as_of => date()\n" in one.stdout
    assert "time.holds(" not in one.stdout
    assert is_one_sentence(run("cypher", "no.such"))


def test_schema_prints_and_writes_the_same(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    printed = run("schema").stdout
    assert run("schema", "--write").returncode == 0
    assert (tmp_path / "schema.graphql").read_text(encoding="utf-8").strip() == printed.strip()
    assert "type Query" in printed


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        (["figures"], {"NEO4J_URI": "bolt://127.0.0.1:1"}),
        (["figures"], {"NEO4J_URI": "nonsense"}),
        (["doctor"], {"NEO4J_URI": "http://127.0.0.1:7474"}),
        (["serve", "--port", "0"], {"NEO4J_URI": "bolt://127.0.0.1:1", "GRAPH_API_HOST": "a..b"}),
        (["query", "/"], {"NEO4J_URI": "bolt://127.0.0.1:1"}),
        (["db", "start"], {"GRAPH_API_EMBEDDED_DATA": "/dev/null"}),
        (["db", "start"], {"GRAPH_API_EMBEDDED_DATA": "/dev/null/data"}),
        (["db", "wipe", "--yes"], {"GRAPH_API_EMBEDDED_DATA": "/dev/null"}),
        (["migrate"], {"GRAPH_API_EMBEDDED_CACHE": "/dev/null", "NEO4J_URI": ""}),
        (["figures"], {"GRAPH_API_TIME_ZONE": "Mars/Olympus"}),
        (["figures"], {"GRAPH_API_STATEMENT_SECONDS": "soon"}),
        (["query", "no-such-file"], {"NEO4J_URI": "bolt://127.0.0.1:1"}),
    ],
)
def test_what_can_not_be_done_is_one_sentence(run, arguments, variables):
    result = run(*arguments, **variables)
    assert is_one_sentence(result), result.stderr


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400 Bad Request\r\n\r\n", bytes(4), b"\0\0\4\5\0\3abc\0\0"])
def test_what_answers_and_is_no_neo4j_is_one_sentence(run, answer):
    def answer_all(server):
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                connection.recv(100)
                connection.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=answer_all, args=(server,), daemon=True).start()
        result = run("migrate", NEO4J_URI=f"bolt://127.0.0.1:{server.getsockname()[1]}")
        server.shutdown(socket.SHUT_RDWR)
    assert is_one_sentence(result), result.stderr


def test_serve_without_its_database_says_so_in_one_sentence():
    result = run_process("serve", "--port", "0", NEO4J_URI="bolt://127.0.0.1:1")
    *progress, sentence = result.stderr.splitlines()
    assert (result.returncode, result.stdout) == (1, "")
    assert sentence == "No Neo4j responds at bolt://127.0.0.1:1. Start it, or check NEO4J_URI."
    assert progress == ["Connecting to bolt://127.0.0.1:1 …"]


def test_a_port_in_use_is_told_before_a_database_is_started(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run_process("serve", "--port", str(port), GRAPH_API_EMBEDDED_DATA=str(tmp_path / "data"))
    assert is_one_sentence(result)
    assert f"Port {port}" in result.stderr
    assert not (tmp_path / "data").exists()


def test_a_wrong_password_is_one_sentence(run, there):
    result = run("figures", **{**there, "NEO4J_PASSWORD": "wrong-password"})
    assert is_one_sentence(result), result.stderr
    assert "wrong-password" not in result.stderr


def test_wipe_asks_first(run, tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    (data / "precious").touch()
    result = run("db", "wipe", text="n\n", GRAPH_API_EMBEDDED_DATA=str(data))
    assert result.returncode == 1
    assert (data / "precious").exists()


@pytest.mark.parametrize(("stop", "exit_code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_before_it_serves_ends_it_without_a_traceback(stop, exit_code):
    with socket.create_server(("127.0.0.1", 0)) as silent, serving(NEO4J_URI=(uri := uri_of(silent))) as process:
        # It waits for an answer that never comes.
        connection, _ = silent.accept()
        exit_code_seen, errors = stopped(process, stop)
        connection.close()
        assert (exit_code_seen, process.stdout.read()) == (exit_code, "")
    assert errors.splitlines() == [f"Connecting to {uri} …", "Stopping …"]


@pytest.mark.slow
def test_servers_share_a_database_that_is_started_again_and_stops_with_the_last(tmp_path):
    data = {"GRAPH_API_EMBEDDED_DATA": str(tmp_path / "data")}
    strict = ("-W", "error::ResourceWarning")
    with serving(*strict, **data) as first, serving(*strict, **data) as second:
        addresses = [each.stdout.readline().strip() for each in (first, second)]
        for address in addresses:
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/graphql", address)
            assert answers(address)
        exit_code, of_first = stopped(first, signal.SIGINT)
        assert exit_code == 0
        assert answers(addresses[1])
        assert run_process("doctor", **data).returncode == 0

        os.kill(Store(tmp_path / "data").read_state().pid, signal.SIGKILL)
        assert answers(addresses[1])
        # The next one meets one that is on its way out, and waits for it.
        second.send_signal(signal.SIGTERM)
        with serving(*strict, **data) as third:
            assert answers(third.stdout.readline().strip())
            exit_code, of_second = stopped(second)
            assert exit_code == 0
            assert [JOINS in of_first, JOINS in of_second].count(True) == 1
            # No start, stop or crash is a change of the demonstration.
            assert asyncio.run(is_untouched(tmp_path / "data"))
            assert stopped(third, signal.SIGTERM)[0] == 0
    assert running_server(tmp_path / "data") is None


JOINS = "Joining the Neo4j that another command runs on "


async def is_untouched(data):
    """Whether the store holds the demonstration alone, as its first start has loaded it."""
    async with open_database(running_server(data)) as database:
        state = await read_state(database)
        return state.complete and state.follows_today and await holds_nothing_else(database, state)


def uri_of(server):
    return f"bolt://127.0.0.1:{server.getsockname()[1]}"


@contextlib.contextmanager
def serving(*python, **variables):
    """A process of `graph-api serve`, under these options of Python; killed at the end if it still runs."""
    cache = {"GRAPH_API_EMBEDDED_CACHE": str(Settings().embedded_cache), "GRAPH_API_PORT": "0"}
    # Its log goes to a file: a pipe that nobody reads would be full after some hundred requests, and hold it up.
    with (
        tempfile.TemporaryFile("w+") as log,
        subprocess.Popen(
            [sys.executable, *python, "-m", "graph_api", "serve"],
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env=environment(**cache, **variables),
        ) as process,
    ):
        process.log = log
        try:
            yield process
        finally:
            process.kill()


def stopped(process, *signals):
    """The exit code of a process after these signals, and its log, which holds nothing odd."""
    for each in signals:
        process.send_signal(each)
    exit_code = process.wait(timeout=60)
    process.log.seek(0)
    errors = process.log.read()
    assert "Traceback" not in errors
    return exit_code, errors


def answers(address):
    """Whether a question is answered within five minutes; until then clients are told to try again."""
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        with contextlib.suppress(TimeoutError):
            answer = ask(address, '{ city(code: "210681") { name } }')
            if "errors" not in answer:
                return answer == {"data": {"city": {"name": "东港市"}}}
            # A database that starts on a busy machine is slow, too.
            assert answer["errors"][0]["extensions"]["code"] in ("UNAVAILABLE", "TIMEOUT")
    return False


def ask(address, query):
    body = json.dumps({"query": query}).encode()
    request = urllib.request.Request(address, body, {"content-type": "application/json"})
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer)
