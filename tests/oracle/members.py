"""The rules of communities that are about in-service members and those whom they help."""

from collections.abc import Iterable
from datetime import date

from oracle.relations import Situation
from oracle.rules import Judgement, must, not_applicable, passes_if, should, things

NO_EVIDENCE = things("", ())
MOST_EVIDENCE = 10


@should("COM6")
def posts_teams_and_zones(community: str, situation: Situation) -> Judgement:
    posts = sorted({offer.end for offer in situation.post_offers.from_(community)})
    teams = sorted({service.start for service in situation.teams.to(community)})
    zones = sorted({lying.start for lying in situation.zones.to(community)})
    kept = [
        *(("PostKind", post) for post in posts),
        *(("VolunteerTeam", team) for team in teams),
        *(("ResponsibilityZone", zone) for zone in zones),
    ][:MOST_EVIDENCE]
    evidence = frozenset().union(*(things(type_, [id_]) for type_, id_ in kept)) if kept else NO_EVIDENCE
    return passes_if(bool(posts and teams and zones), evidence)


@should("MEM1")
def every_member_chose_a_post(community: str, situation: Situation) -> Judgement:
    members = [registration.start for registration in situation.registrations.to(community)]
    return _all_of(member in situation.choosers for member in members)


@must("MEM2")
def every_member_handed_in_both_forms(community: str, situation: Situation) -> Judgement:
    year = max(situation.day.year - 1, 1)
    judged = [one for one in situation.registrations.to(community) if one.since <= date(year, 1, 1)]
    return _all_of(
        one.start in situation.tables.reviewed.get(year, ()) and one.id in situation.with_form for one in judged
    )


@should("HH1")
def every_person_in_difficulty_is_paired(community: str, situation: Situation) -> Judgement:
    people = [record.start for record in situation.records.to(community)]
    return _all_of(bool(situation.household_pairings.to(person)) for person in people)


def _all_of(judged: Iterable[bool]) -> Judgement:
    """Passes if all are; applies if there are any. Who they are is personal, so there is no evidence."""
    found = list(judged)
    return passes_if(all(found), NO_EVIDENCE) if found else not_applicable()


MEMBERS = (
    posts_teams_and_zones,
    every_member_chose_a_post,
    every_member_handed_in_both_forms,
    every_person_in_difficulty_is_paired,
)
