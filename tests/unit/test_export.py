"""Graphs as files: any text survives or is replaced, other programs read them, and nothing half is left behind."""

import csv
import io
import json
import os
from contextlib import suppress
from pathlib import Path
from xml.etree import ElementTree

import networkx
import pytest

from graph_api.errors import SetupError
from graph_api.export.drafts import draft
from graph_api.export.records import Edge, Node
from graph_api.export.writers import WRITERS

HOSTILE = "<a b=\"c\">&amp; ]]> 'd'\r\n\t=1+1 桥 𠮷"
NODES = [
    Node("1", "Community", {"name": HOSTILE, "residents": 10, "area_m2": 0.5, "code": "1"}),
    Node("1M001", "Meeting", {"date": "2026-01-02", "decisions": ["a", "b"]}),
    Node("1D001", "Department", {"could_serve": ["PARTY_WORK", "CULTURE"], "longitude": -3.5}),
]
EDGES = [
    Edge("PAIRED_WITH:1D001-1", "PAIRED_WITH", "1D001", "1", {"since": "2024-01-01", "until": "2025-03-01"}),
    Edge("PAIRED_WITH:1D001-2", "PAIRED_WITH", "1D001", "1", {"since": "2025-03-01"}),
    Edge("PAIRED_WITH:1D001-3", "PAIRED_WITH", "1D001", "1", {"since": "2025-03-01", "until": "2025-03-01"}),
    Edge("ATTENDED:1D001:1M001", "ATTENDED", "1D001", "1M001", {"category": "ENTERPRISE"}),
]


def texts(format_, nodes=NODES, edges=EDGES):
    written = WRITERS[format_]
    streams = [io.StringIO(newline="") for _ in written.files or [""]]
    writer = written.writer(*streams)
    writer.begin()
    for node in nodes:
        writer.node(node)
    writer.begin_edges()
    for edge in edges:
        writer.edge(edge)
    writer.end()
    return [stream.getvalue() for stream in streams]


def test_json_lines_are_objects():
    lines = [json.loads(line) for line in texts("jsonl")[0].splitlines()]
    assert lines[0] == {"record": "node", "id": "1", "type": "Community", **NODES[0].values}
    assert lines[-1] == {
        "record": "edge",
        "id": "ATTENDED:1D001:1M001",
        "relation": "ATTENDED",
        "source": "1D001",
        "target": "1M001",
        "category": "ENTERPRISE",
    }


def test_csv_has_a_table_of_nodes_and_one_of_edges():
    nodes, edges = (list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))) for text in texts("csv"))
    assert [(row["id"], row["type"], row["label"]) for row in nodes] == [
        ("1", "Community", HOSTILE),
        ("1M001", "Meeting", "1M001"),
        ("1D001", "Department", "1D001"),
    ]
    assert (nodes[0]["name"], nodes[0]["residents"], nodes[2]["longitude"]) == (HOSTILE, "10", "-3.5")
    assert [(row["source"], row["target"], row["relation"], row["until"]) for row in edges][:2] == [
        ("1D001", "1", "PAIRED_WITH", "2025-03-01"),
        ("1D001", "1", "PAIRED_WITH", ""),
    ]


def test_networkx_reads_graphml():
    graph = networkx.read_graphml(io.BytesIO(texts("graphml")[0].encode()))
    assert graph.nodes["1"] == {"type": "Community", "name": HOSTILE, "residents": 10, "area_m2": 0.5, "code": "1"}
    assert graph.nodes["1M001"]["decisions"] == "a; b"
    assert graph.edges["1D001", "1", "PAIRED_WITH:1D001-1"] == {"relation": "PAIRED_WITH", **EDGES[0].values}
    assert graph.number_of_edges() == len(EDGES)


def test_networkx_reads_gexf_with_dates_for_the_timeline():
    graph = networkx.read_gexf(io.BytesIO(texts("gexf")[0].encode()))
    assert graph.nodes["1"]["label"] == graph.nodes["1"]["name"] == HOSTILE
    assert graph.nodes["1M001"]["start"] == "2026-01-02"
    dates = {edge["id"]: (edge.get("start"), edge.get("end")) for _, _, edge in graph.edges(data=True)}
    assert dates == {
        "PAIRED_WITH:1D001-1": ("2024-01-01", "2025-02-28"),
        "PAIRED_WITH:1D001-2": ("2025-03-01", None),
        "PAIRED_WITH:1D001-3": (None, None),
        "ATTENDED:1D001:1M001": (None, None),
    }


@pytest.mark.parametrize("format_", ["graphml", "gexf"])
@pytest.mark.parametrize("character", ["\0", "\x08", "\x1f", "\ufffe", "\uffff"])
def test_what_xml_can_not_contain_is_replaced(format_, character):
    [text] = texts(format_, [Node(f"1{character}", "Unit", {"name": f"a{character}b"})], [])
    assert text.count("a\ufffdb") >= 1
    ElementTree.fromstring(text.encode())


def test_an_empty_graph_is_read_too():
    assert len(networkx.read_graphml(io.BytesIO(texts("graphml", [], [])[0].encode()))) == 0
    assert len(networkx.read_gexf(io.BytesIO(texts("gexf", [], [])[0].encode()))) == 0


@pytest.mark.parametrize("files", [(), ("nodes.csv", "edges.csv")])
def test_a_cut_off_export_leaves_what_was_there(tmp_path, files):
    output = tmp_path / "graph"
    for _ in range(2):
        with draft(output, files) as streams:
            for stream in streams:
                stream.write("whole")
    with suppress(KeyboardInterrupt), draft(output, files) as streams:
        streams[0].write("half")
        raise KeyboardInterrupt
    written = [output / name for name in files] or [output]
    assert [path.read_text(encoding="utf-8") for path in written] == ["whole"] * len(written)
    assert list(tmp_path.iterdir()) == [output]


def test_the_file_behind_a_link_is_replaced(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with draft(tmp_path / "link", ()) as [stream]:
        stream.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(
    ("name", "files", "reason"),
    [
        ("folder", (), "it is a folder"),
        ("folder", ("nodes.csv",), "the folder has other files"),
        ("folder/file", ("nodes.csv",), "it is a file"),
        ("none/file", (), "no such file or directory"),
        ("folder/file/file", (), "not a directory"),
    ],
)
def test_an_output_that_can_not_be_written_says_why(tmp_path, name, files, reason):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(SetupError, match=reason), draft(tmp_path / name, files):
        pass
    assert (tmp_path / "folder" / "file").read_text(encoding="utf-8") == "mine"


def test_a_full_disk_is_said():
    sentence = r"^Can't write /dev/full: no space left on device\.$"
    with pytest.raises(SetupError, match=sentence), draft(Path("/dev/full"), ()) as [stream]:
        stream.write("x")


def test_standard_output_gets_all_at_the_end(capfdbinary):
    with draft(None, ()) as [stream]:
        stream.write("桥\r\n")
        assert capfdbinary.readouterr().out == b""
    assert capfdbinary.readouterr().out == "桥\r\n".encode()


def test_a_pipe_gets_all_at_the_end(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reading = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    with draft(tmp_path / "pipe", ()) as [stream]:
        stream.write("whole")
    assert os.read(reading, 100) == b"whole"
    os.close(reading)
