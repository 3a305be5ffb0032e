"""The answers of @neo4j/graphql written as the product writes them, so that the two can be compared whole.

Its API gives lists where the product gives one, properties of a relation apart from its node, and ids of the graph.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode


def as_product(name: str, data: dict) -> dict:
    """The data of the named operation's answer."""
    return _OPERATIONS[name](data)


def _community_name(data):
    return {"community": _only(data["communities"])}


def _city_tree(data):
    def group(found):
        return {
            "id": _id("BuildingGroup", found["id"]),
            "name": found["name"],
            "feature": found["feature"],
            "centralHouseholdCount": found["centralHouseholdsConnection"]["totalCount"],
            "buildings": _nodes(found["buildingsConnection"]),
        }

    def compound(found):
        groups = [group(each) for each in _nodes(found["buildingGroupsConnection"])]
        return {**_place(found), "buildingGroups": {"nodes": groups}}

    def community(found):
        return {**_place(found), "compounds": {"nodes": [compound(each) for each in found["compounds"]]}}

    def subdistrict(found):
        return {**_place(found), "communities": {"nodes": [community(each) for each in found["communities"]]}}

    city = _only(data["cities"])
    return {"city": {**_place(city), "subdistricts": {"nodes": [subdistrict(each) for each in city["subdistricts"]]}}}


def _pairing_board(data):
    def department(edge):
        node = edge["node"]
        return {
            **edge["properties"],
            "aligned": node["aligned"],
            "distanceMetres": node["distanceMetres"],
            "node": {**_of(node, "code", "name", "kind"), "supervisor": _first(node["supervisorsConnection"])},
        }

    def leader(edge):
        node = edge["node"]
        return {**edge["properties"], "lastVisit": node["lastVisit"], "node": _of(node, "code", "name", "title")}

    def community(found):
        return {
            **_place(found),
            "departments": _edges(found["departmentsConnection"], department),
            "leaders": _edges(found["leadersConnection"], leader),
        }

    def subdistrict(found):
        communities = found["communitiesConnection"]
        nodes = [community(each) for each in _nodes(communities)]
        return {**_place(found), "communities": {"totalCount": communities["totalCount"], "nodes": nodes}}

    city = _only(data["cities"])
    return {
        "city": {"name": city["name"], "subdistricts": {"nodes": [subdistrict(each) for each in city["subdistricts"]]}}
    }


def _compound_card(data):
    def place(found):
        line = _of(found, "__typename", "code", "name")
        return {**line, "level": found["__typename"].upper()}

    def seats(body):
        edges = body["holdersConnection"]["edges"]
        return {"nodes": [{**edge["properties"], "person": _with_id("Person", edge["node"])} for edge in edges]}

    def group(found):
        return {
            **_of(found, "name", "feature"),
            "leader": _first(found["leadersConnection"]),
            "centralHouseholdCount": found["centralHouseholdsConnection"]["totalCount"],
            "buildings": _nodes(found["buildingsConnection"]),
        }

    compound = _only(data["compounds"])
    community = _only(compound["community"])
    subdistrict = _only(community["subdistrict"])
    city = _only(subdistrict["city"])
    branch = _first(compound["branchesConnection"])
    founded_on = _first(branch["foundedOnConnection"])
    committee = _first(compound["ownersCommitteesConnection"])
    company = _first(compound["propertyCompaniesConnection"])
    conference = _first(compound["conferencesConnection"])
    crossings = compound["crossAppointments"]
    return {
        "compound": {
            **place(compound),
            "community": {
                **place(community),
                "subdistrict": {**place(subdistrict), "city": place(city)},
            },
            "branch": {
                "name": branch["name"],
                "joint": founded_on is not None,
                "foundedOn": founded_on and _with_id(founded_on["__typename"], founded_on),
                "appointments": seats(branch),
            },
            "ownersCommittee": {"name": committee["name"], "appointments": seats(committee)},
            "propertyCompany": {"name": company["name"], "compounds": _counted(company["compoundsConnection"])},
            "crossAppointments": {"totalCount": len(crossings), "nodes": crossings[:20]},
            "buildingGroups": {"nodes": [group(each) for each in _nodes(compound["buildingGroupsConnection"])]},
            "conference": {
                "convenor": _first(conference["holdersConnection"]),
                "meetings": _counted(conference["meetingsConnection"]),
            },
        }
    }


def _department_and_leader(data):
    department, leader = _only(data["departments"]), _only(data["leaders"])
    pairing, theirs = (
        _only(department["communitiesConnection"]["edges"]),
        _only(leader["communitiesConnection"]["edges"]),
    )
    community = pairing["node"]
    body = _first(community["synergyBodiesConnection"])
    return {
        "department": {
            **_with_id("Department", _of(department, "id", "name", "kind")),
            "supervisor": _first(department["supervisorsConnection"]),
            "pairing": {
                **pairing["properties"],
                "aligned": department["aligned"],
                "distanceMetres": department["distanceMetres"],
                "community": {
                    **_place(community),
                    "synergyBody": {
                        **_of(body, "name", "functions"),
                        "members": _counted(body["membersConnection"]),
                        "deedCount": body["deedsConnection"]["totalCount"],
                        "contributedCny": body["contributionsConnection"]["aggregate"]["node"]["valueCny"]["sum"],
                    },
                },
            },
            "evaluations": {"nodes": department["evaluations"]},
        },
        "leader": {
            **_with_id("Leader", _of(leader, "id", "name", "title")),
            "pairing": {
                **theirs["properties"],
                "community": theirs["node"],
                "visits": {"totalCount": leader["visits"]["totalCount"], "nodes": leader["visits"]["latest"]},
            },
            "supervises": _counted(leader["supervisesConnection"]),
        },
    }


def _cross_appointments(data):
    def body(found):
        named = {"__typename": found["kind"], "name": found["name"]}
        return {**named, "id": _id(found["kind"], found["id"])} if "id" in found else named

    def crossing(found):
        place, person = found["compound"], found["person"]
        return {
            **_of(found, "channel", "concurrentHead", "since", "compound"),
            "id": _id("CrossAppointment", f"{place['code']}|{person['id']}|{found['channel']}"),
            "person": _with_id("Person", person),
            "appointments": [{**seat, "organization": body(seat["organization"])} for seat in found["appointments"]],
        }

    def head(found):
        place = found["compound"]
        branch = place["branch"]
        founded_on = branch["foundedOn"] and body(branch["foundedOn"])
        return {
            "person": found["person"],
            "compound": {"name": place["name"], "branch": {"name": branch["name"], "foundedOn": founded_on}},
        }

    everyone = data["all"]
    return {
        "all": {
            "totalCount": everyone["totalCount"],
            "pageInfo": {"hasNextPage": everyone["hasNextPage"]},
            "nodes": [crossing(each) for each in everyone["nodes"]],
        },
        "heads": {"totalCount": len(data["heads"]), "nodes": [head(each) for each in data["heads"][:50]]},
        "intoOwnersCommittee": data["intoOwnersCommittee"],
    }


_OPERATIONS = {
    "community-name": _community_name,
    "compound-card": _compound_card,
    "department-and-leader": _department_and_leader,
    "cross-appointments": _cross_appointments,
    "pairing-board": _pairing_board,
    "city-tree": _city_tree,
}


def _id(type_name: str, local: str) -> str:
    return urlsafe_b64encode(f"{type_name}:{local}".encode()).decode()


def _with_id(type_name: str, node: dict) -> dict:
    return {**node, "id": _id(type_name, node["id"])}


def _of(node: dict, *names: str) -> dict:
    return {name: node[name] for name in names}


def _place(node: dict) -> dict:
    return _of(node, "code", "name")


def _only(found: list):
    (one,) = found
    return one


def _nodes(connection: dict) -> list:
    return [edge["node"] for edge in connection["edges"]]


def _first(connection: dict):
    return next(iter(_nodes(connection)), None)


def _counted(connection: dict) -> dict:
    return {"totalCount": connection["totalCount"], "nodes": _nodes(connection)}


def _edges(connection: dict, edge_of) -> dict:
    return {"totalCount": connection["totalCount"], "edges": [edge_of(edge) for edge in connection["edges"]]}
