"""Findings of places, departments and leaders: the same as those of the city, page by page."""

import pytest
from asking import asking

from graph_api.catalogue import load_catalogue
from graph_api.execution import Engine
from graph_api.settings import Settings

CITY = "210681"
ALL = """query($within: String!, $filter: FindingFilter, $after: String) {
  coverageFindings(within: $within, filter: $filter, first: 100, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id place { code } subject { id } }
  }
}"""
PAGE = "totalCount pageInfo { hasNextPage hasPreviousPage endCursor } nodes { id }"
ARGUMENTS = "filter: $filter, first: $first, after: $after"
VARIABLES = "$filter: FindingFilter, $first: Int, $after: String"
OF_PLACE = f"query($code: String!, {VARIABLES}) {{ of: place(code: $code) {{ findings({ARGUMENTS}) {{ {PAGE} }} }} }}"
OF_ACTOR = f"""query($id: ID!, {VARIABLES}) {{ of: node(id: $id) {{
  ... on Department {{ findings({ARGUMENTS}) {{ {PAGE} }} }} ... on Leader {{ findings({ARGUMENTS}) {{ {PAGE} }} }}
}} }}"""
FILTERS = [
    None,
    {"results": ["FAIL", "UNKNOWN"]},
    {"obligation": "MUST", "level": "COMMUNITY"},
    {"rules": ["COM1", "CMP1"]},
]


@pytest.fixture
def ask(donggang):
    return asking(Engine(donggang, load_catalogue(), Settings()))


async def all_of(ask, within, filter_=None):
    found, after = [], None
    while True:
        page = (await ask(ALL, within=within, filter=filter_, after=after))["coverageFindings"]
        found += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            assert page["totalCount"] == len(found)
            return found
        after = page["pageInfo"]["endCursor"]


async def walked(ask, text, size, **variables):
    """The ids of all pages, each of which says rightly whether there are more, and the number of all."""
    found, after = [], None
    while True:
        page = (await ask(text, **variables, first=size, after=after))["of"]["findings"]
        info = page["pageInfo"]
        found += [node["id"] for node in page["nodes"]]
        assert info["hasPreviousPage"] is (after is not None)
        after = info["endCursor"]
        if not info["hasNextPage"]:
            return found, page["totalCount"]
        assert len(page["nodes"]) == size


@pytest.mark.parametrize("filter_", FILTERS)
@pytest.mark.parametrize("code", ["210681001", "210681001002", "210681001002001", "210681001001001001"])
async def test_the_findings_of_a_place_are_those_within_it(code, filter_, ask):
    wanted = [finding["id"] for finding in await all_of(ask, code, filter_)]
    assert await walked(ask, OF_PLACE, 7, code=code, filter=filter_) == (wanted, len(wanted))


async def test_the_findings_of_an_actor_are_those_about_it(ask):
    filter_ = {"rules": ["DEP1", "DEP2", "DEP4", "LDR1", "LDR2", "LDR3"]}
    about = {}
    for finding in await all_of(ask, CITY, filter_):
        about.setdefault(finding["subject"]["id"], []).append(finding["id"])
    for id_ in sorted(about, key=lambda id_: (-len(about[id_]), id_))[:2]:
        assert await walked(ask, OF_ACTOR, 1, id=id_, filter=filter_) == (about[id_], len(about[id_]))


async def test_findings_of_the_places_of_findings_are_all_there(ask):
    text = """query($within: String!) { coverageFindings(within: $within, filter: {rules: [COM1, CMP1]}, first: 100) { nodes {
      place { code findings(first: 100) { totalCount nodes { place { findings(first: 3) { totalCount nodes { id } } } } } }
    } } }"""
    for finding in (await ask(text, within="210681001002"))["coverageFindings"]["nodes"]:
        listed = await all_of(ask, finding["place"]["code"])
        inner = finding["place"]["findings"]
        assert inner["totalCount"] == len(listed)
        for node, one in zip(inner["nodes"], listed[:100], strict=True):
            own = [each["id"] for each in listed if each["place"]["code"].startswith(one["place"]["code"])]
            deep = node["place"]["findings"]
            assert (deep["totalCount"], [each["id"] for each in deep["nodes"]]) == (len(own), own[:3])


LABELS = """query($after: String) {
  coverageFindings(asOf: "2026-06-30", first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes {
      label chinese: label(language: ZH) subjectName subjectCode
      subject {
        __typename
        ... on Place { name code } ... on Actor { name } ... on BuildingGroup { name } ... on Issue { title code }
        ... on Department { code } ... on Leader { code } ... on Building { compound { name } }
      }
    }
  }
}"""
CHANGED = """{
  coverageChanges(within: "210681001", from: "2025-12-31", until: "2026-06-30", first: 100) {
    nodes { label subjectName subjectCode subject { id ... on Place { name code } } }
  }
}"""


async def test_the_label_of_a_finding_is_the_name_of_its_subject(ask):
    found, after = [], None
    while True:
        page = (await ask(LABELS, after=after))["coverageFindings"]
        found += page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]
    assert {finding["subject"]["__typename"] for finding in found} >= {"Building", "BuildingGroup", "Issue", "Leader"}
    for finding in found:
        subject = finding["subject"]
        name = subject.get("title") or subject["name"]
        compound = subject.get("compound", {}).get("name")
        assert (finding["subjectName"], finding["subjectCode"]) == (name, subject.get("code"))
        assert finding["label"] == (f"{name} of {compound}" if compound else name)
        assert finding["chinese"] == (f"{compound}{name}" if compound else name)


async def test_a_change_of_a_finding_has_the_label_of_its_subject(ask):
    changes = (await ask(CHANGED))["coverageChanges"]["nodes"]
    places = [change for change in changes if "name" in change["subject"]]
    assert places
    assert all(change["label"] for change in changes)
    for change in places:
        subject = change["subject"]
        assert (change["subjectName"], change["subjectCode"]) == (subject["name"], subject["code"])
