"""What paths follow: the types of relations, and the types of objects that they link."""

from __future__ import annotations

from enum import Enum

import strawberry


@strawberry.enum
class RelationType(Enum):
    """The type of a relation that paths follow."""

    PART_OF = strawberry.enum_value("PART_OF", description="A place lies in the place of the next level.")
    ADJACENT_TO = strawberry.enum_value("ADJACENT_TO", description="A building stands beside another.")
    PAIRED_WITH = strawberry.enum_value(
        "PAIRED_WITH", description="A department or leader is paired with a community (联系包扶)."
    )
    SUPERVISES = strawberry.enum_value("SUPERVISES", description="A leader supervises a department (分管).")
    HOLDS = strawberry.enum_value("HOLDS", description="A person holds a position in an organization (任职).")
    SERVES = strawberry.enum_value("SERVES", description="An organization serves a place.")
    FOUNDED_ON = strawberry.enum_value(
        "FOUNDED_ON", description="A branch was founded on the basis of an owners' committee or a property company."
    )
    FORMED_IN = strawberry.enum_value("FORMED_IN", description="A building group was formed in a compound.")
    COVERS = strawberry.enum_value("COVERS", description="A building group covers a building.")
    LEADS = strawberry.enum_value("LEADS", description="A person leads a building group.")
    STATIONED_IN = strawberry.enum_value("STATIONED_IN", description="A unit is stationed in a community (驻区).")
    ORGANIZED_IN = strawberry.enum_value(
        "ORGANIZED_IN", description="A Party organization is that of a place or of another organization."
    )
    MEMBER_OF = strawberry.enum_value("MEMBER_OF", description="A unit is a member unit of a synergy body (成员单位).")
    BELONGS_TO = strawberry.enum_value("BELONGS_TO", description="A person is a standing member of a conference.")
    INVITED_TO = strawberry.enum_value("INVITED_TO", description="A person or organization is invited to a conference.")
    LIAISON_OF = strawberry.enum_value(
        "LIAISON_OF", description="A department holds the liaison office of a conference (联络办公室)."
    )
    LIES_IN = strawberry.enum_value("LIES_IN", description="A responsibility zone lies in a community.")


@strawberry.enum
class PathObjectType(Enum):
    """The type of an object that paths lead through."""

    CITY = strawberry.enum_value("CITY", description="Cities (市).")
    SUBDISTRICT = strawberry.enum_value("SUBDISTRICT", description="Subdistricts (街道).")
    COMMUNITY = strawberry.enum_value("COMMUNITY", description="Communities (社区).")
    COMPOUND = strawberry.enum_value("COMPOUND", description="Compounds (居民小区).")
    BUILDING = strawberry.enum_value("BUILDING", description="Buildings (楼栋).")
    DEPARTMENT = strawberry.enum_value("DEPARTMENT", description="Departments (部门).")
    LEADER = strawberry.enum_value("LEADER", description="Leaders (市级党员领导干部).")
    PERSON = strawberry.enum_value("PERSON", description="Persons, including leaders (人员).")
    BRANCH = strawberry.enum_value("BRANCH", description="Branches of compounds (小区党支部).")
    OWNERS_COMMITTEE = strawberry.enum_value("OWNERS_COMMITTEE", description="Owners' committees (业主委员会).")
    PROPERTY_COMPANY = strawberry.enum_value("PROPERTY_COMPANY", description="Property companies (物业公司).")
    BUILDING_GROUP = strawberry.enum_value("BUILDING_GROUP", description="Building groups (楼栋党小组).")
    ENTERPRISE = strawberry.enum_value("ENTERPRISE", description="Enterprises (企业).")
    SOCIAL_ORGANIZATION = strawberry.enum_value("SOCIAL_ORGANIZATION", description="Social organizations (社会组织).")
    UNIT = strawberry.enum_value("UNIT", description="Other units that are stationed in a community (驻区单位).")
    PARTY_ORGANIZATION = strawberry.enum_value("PARTY_ORGANIZATION", description="Party organizations (党组织).")
    CONFERENCE = strawberry.enum_value("CONFERENCE", description="Joint conferences (联席会).")
    SYNERGY_BODY = strawberry.enum_value("SYNERGY_BODY", description="Synergy bodies (协同体).")
    VOLUNTEER_TEAM = strawberry.enum_value("VOLUNTEER_TEAM", description="Volunteer teams (志愿服务队).")
    RESPONSIBILITY_ZONE = strawberry.enum_value("RESPONSIBILITY_ZONE", description="Responsibility zones (责任区).")


# The label in the graph of each type of object.
LABELS = {one.name: "".join(word.capitalize() for word in one.name.split("_")) for one in PathObjectType}
# A path through a place in which nearly everything lies says nothing of the two objects at its ends.
TELLING = frozenset(LABELS.values()) - {"City", "Subdistrict"}
