"""The rules of in-service members and of those they help: each checks a community."""

from oracle.days import Period, Window, released_on
from oracle.relations import Situation
from oracle.rules import Outcome, Thing, must, not_applicable, passes_if, should

# All posts, teams and zones of a community would be too many to show.
SHOWN = 10


@should("COM6")
def posts_teams_and_zones(community: str, situation: Situation) -> Outcome:
    posts = {offer.end for offer in situation.post_offers.from_(community)}
    teams = {team.start for team in situation.teams.to(community)}
    zones = {zone.start for zone in situation.zones.to(community)}
    offered = [
        *(("PostKind", post) for post in sorted(posts)),
        *(("VolunteerTeam", team) for team in sorted(teams)),
        *(("ResponsibilityZone", zone) for zone in sorted(zones)),
    ]
    evidence = frozenset(Thing(type_, id_) for type_, id_ in offered[:SHOWN])
    return passes_if(bool(posts and teams and zones), evidence)


@should("MEM1")
def everybody_chose_a_post(community: str, situation: Situation) -> Outcome:
    members = {registration.start for registration in situation.registrations.to(community)}
    if not members:
        return not_applicable()
    return passes_if(members <= {choice.member for choice in situation.choices}, frozenset())


@must("MEM2", Period.YEAR)
def everybody_handed_in_both_forms(community: str, situation: Situation, window: Window) -> Outcome:
    members = {
        registration.start
        for registration in situation.registrations.to(community)
        if registration.since <= window.first
    }
    if not members:
        return not_applicable()
    registered = {form.member for form in situation.tables.registration_forms if form.date <= situation.day}
    fed_back = {form.member for form in situation.tables.feedback_forms if form.date in window}
    return passes_if(members <= registered & fed_back, frozenset())


@should("HH1")
def everybody_in_difficulty_is_helped(community: str, situation: Situation) -> Outcome:
    day = released_on(situation.day)
    records = situation.tables.people_in_difficulty
    people = {record.start for record in records if record.end == community and record.holds(day)}
    if not people:
        return not_applicable()
    return passes_if(
        people <= {pairing.end for pairing in situation.tables.household_pairings if pairing.holds(day)}, frozenset()
    )


IN_SERVICE_MEMBERS = (
    posts_teams_and_zones,
    everybody_chose_a_post,
    everybody_handed_in_both_forms,
    everybody_in_difficulty_is_helped,
)
