import re

import pytest

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.errors import ClientError, ErrorCode
from graph_api.resolvers.chains import sentence
from graph_api.rules import rules_of
from graph_api.schema.appointments import AppointmentRole
from graph_api.schema.chains import entity_id


def test_an_appointment_says_the_role():
    said = sentence("王梅", "HOLDS", "SECRETARY", "the branch of 鼎林华庭小区", "2024-03-01")
    assert said == "王梅 is secretary of the branch of 鼎林华庭小区 since 2024-03-01"


def test_a_relation_without_dates_says_none():
    assert sentence("福春社区", "PART_OF", None, "大东街道", None) == "福春社区 lies in 大东街道"


def test_a_relation_with_dates_says_since_when():
    said = sentence("市财政局", "PAIRED_WITH", None, "福春社区", "2025-01-01")
    assert said == "市财政局 is paired with 福春社区 since 2025-01-01"


@pytest.mark.parametrize("role", AppointmentRole)
def test_every_role_has_words(role):
    assert sentence("a", "HOLDS", role.name, "b", None).startswith("a is ")


def test_every_relation_that_a_chain_follows_has_words():
    path = load_catalogue()["chains.shortest"].text
    followed = re.search(r"\(start\)-\[:([A-Z_|]+)\*", path).group(1).split("|")
    assert "PAIRED_WITH" in followed
    assert all(sentence("a", relation, None, "b", None) for relation in followed if relation != "HOLDS")


def test_every_relation_that_can_turn_a_finding_has_words():
    turning = {way[-1][0] for rule in rules_of(load_catalogue()).values() for way in rule.turned_by}
    assert "HOSTS" in turning
    assert all(sentence("a", relation, None, "b", None) for relation in turning)


def test_a_seat_without_a_role_is_a_seat():
    assert sentence("a", "HOLDS", None, "b", None) == "a holds a position in b"


def test_a_chain_can_begin_at_a_thing():
    assert entity_id(encode_id("Community", "210681001001")) == "210681001001"


@pytest.mark.parametrize("type_name", ["DepartmentPairing", "LeaderPairing", "Appointment", "CrossAppointment"])
def test_a_chain_can_not_begin_at_a_relation(type_name):
    with pytest.raises(ClientError) as caught:
        entity_id(encode_id(type_name, "x"))
    assert caught.value.code is ErrorCode.BAD_ID


def test_a_chain_can_not_begin_at_what_is_no_id():
    with pytest.raises(ClientError) as caught:
        entity_id("nonsense")
    assert caught.value.code is ErrorCode.BAD_ID
