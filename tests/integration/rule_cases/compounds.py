"""The rules of compounds."""

from datetime import timedelta

from tiny_city import AS_OF, TOMORROW

from rule_cases.cases import FAIL, LATER, NOT_APPLICABLE, PASS, Expected, case, each

# --- CMP1, CMP2: the parties ---


@case("CMP1")
def compound_with_a_branch(city, _):
    compound = city.compound()
    branch = city.branch(compound)
    return Expected(compound, compound, PASS, "1 branch", [("Branch", branch)])


@case("CMP1")
def compound_without_a_branch(city, _):
    compound = city.compound()
    city.owners_committee(compound)
    return Expected(compound, compound, FAIL, "0 branches", [])


@case("CMP1")
def branch_that_ended_today(city, _):
    compound = city.compound()
    city.branch(compound, until=AS_OF)
    return Expected(compound, compound, FAIL, "0 branches", [])


@case("CMP1")
def branch_to_come(city, _):
    compound = city.compound()
    city.branch(compound, since=TOMORROW)
    return Expected(compound, compound, FAIL, "0 branches", [])


@case("CMP1")
def two_branches(city, _):
    compound = city.compound()
    late = city.branch(compound, since=LATER)
    early = city.branch(compound)
    return Expected(compound, compound, FAIL, "2 branches", each("Branch", [early, late]))


@case("CMP2")
def all_three_parties(city, _):
    compound = city.compound()
    parties = [
        ("OwnersCommittee", city.owners_committee(compound)),
        ("PropertyCompany", city.property_company(compound)),
        ("Branch", city.branch(compound)),
    ]
    return Expected(compound, compound, PASS, "all three parties", parties[::-1])


@case("CMP2")
def no_party(city, _):
    compound = city.compound()
    return Expected(compound, compound, FAIL, "no branch, no property company, no owners' committee", [])


@case("CMP2")
def without_branch(city, _):
    compound = city.compound()
    company, committee = city.property_company(compound), city.owners_committee(compound)
    evidence = [("PropertyCompany", company), ("OwnersCommittee", committee)]
    return Expected(compound, compound, FAIL, "no branch", evidence)


@case("CMP2")
def without_owners_committee(city, _):
    compound = city.compound()
    branch, company = city.branch(compound), city.property_company(compound)
    evidence = [("Branch", branch), ("PropertyCompany", company)]
    return Expected(compound, compound, FAIL, "no owners' committee", evidence)


@case("CMP2")
def property_company_that_serves_no_more(city, _):
    compound = city.compound()
    city.property_company(compound, until=AS_OF)
    evidence = [("Branch", city.branch(compound)), ("OwnersCommittee", city.owners_committee(compound))]
    return Expected(compound, compound, FAIL, "no property company", evidence)


# --- CMP3: cross-appointments ---


@case("CMP3")
def nobody_in_two_parties(city, _):
    compound = city.compound()
    city.appoint(city.person(), city.branch(compound), "SECRETARY")
    city.appoint(city.person(), city.owners_committee(compound), "DIRECTOR")
    return Expected(compound, compound, FAIL, "0 cross-appointments", [])


@case("CMP3")
def one_person_in_two_parties(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.branch(compound), "COMMITTEE_MEMBER")
    city.appoint(person, city.property_company(compound), "QUALITY_SUPERVISOR")
    evidence = [("CrossAppointment", f"{compound}|{person}|BRANCH_TO_PROPERTY_SUPERVISOR")]
    return Expected(compound, compound, PASS, "1 cross-appointment", evidence)


@case("CMP3")
def one_person_in_all_three_parties(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.branch(compound), "SECRETARY")
    city.appoint(person, city.property_company(compound), "PARTY_HEAD")
    city.appoint(person, city.owners_committee(compound), "MEMBER", since=LATER)
    channels = ["BRANCH_TO_OWNERS_COMMITTEE", "PROPERTY_TO_BRANCH"]
    evidence = [("CrossAppointment", f"{compound}|{person}|{channel}") for channel in channels]
    return Expected(compound, compound, PASS, "2 cross-appointments", evidence)


@case("CMP3")
def seat_that_ended_today(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.branch(compound), "SECRETARY")
    city.appoint(person, city.owners_committee(compound), "DIRECTOR", until=AS_OF)
    return Expected(compound, compound, FAIL, "0 cross-appointments", [])


@case("CMP3")
def promotions_keep_the_channel(city, _):
    compound, person = city.compound(), city.person()
    branch = city.branch(compound)
    first, second = AS_OF - timedelta(days=60), AS_OF - timedelta(days=30)
    city.appoint(person, branch, "COMMITTEE_MEMBER", until=first)
    city.appoint(person, branch, "DEPUTY_SECRETARY", since=first, until=second)
    city.appoint(person, branch, "SECRETARY", since=second)
    city.appoint(person, city.owners_committee(compound), "MEMBER", since=AS_OF - timedelta(days=90))
    evidence = [("CrossAppointment", f"{compound}|{person}|BRANCH_TO_OWNERS_COMMITTEE")]
    return Expected(compound, compound, PASS, "1 cross-appointment", evidence)


@case("CMP3")
def gap_between_two_seats_begins_anew(city, _):
    compound, person = city.compound(), city.person()
    branch = city.branch(compound)
    city.appoint(person, branch, "COMMITTEE_MEMBER", until=AS_OF - timedelta(days=60))
    city.appoint(person, branch, "SECRETARY", since=AS_OF - timedelta(days=59))
    city.appoint(person, city.owners_committee(compound), "MEMBER", since=AS_OF - timedelta(days=90))
    evidence = [("CrossAppointment", f"{compound}|{person}|OWNERS_COMMITTEE_TO_BRANCH")]
    return Expected(compound, compound, PASS, "1 cross-appointment", evidence)


@case("CMP3")
def two_seats_in_the_company_are_one(city, _):
    compound, person = city.compound(), city.person()
    company = city.property_company(compound)
    city.appoint(person, city.branch(compound), "SECRETARY")
    city.appoint(person, company, "MANAGER")
    city.appoint(
        person, company, "QUALITY_SUPERVISOR", since=AS_OF - timedelta(days=90), until=AS_OF - timedelta(days=10)
    )
    city.appoint(person, company, "PARTY_HEAD", since=AS_OF - timedelta(days=10))
    evidence = [("CrossAppointment", f"{compound}|{person}|BRANCH_TO_PROPERTY_SUPERVISOR")]
    return Expected(compound, compound, PASS, "1 cross-appointment", evidence)


@case("CMP1")
def service_renewed_before_it_ended(city, _):
    compound = city.compound()
    branch = city.branch(compound)
    city.dated(branch, "SERVES", compound, AS_OF - timedelta(days=10), None)
    return Expected(compound, compound, PASS, "1 branch", [("Branch", branch)])


@case("CMP3")
def manager_of_the_company_is_not_cross_appointed(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.branch(compound), "SECRETARY")
    city.appoint(person, city.property_company(compound), "MANAGER")
    return Expected(compound, compound, FAIL, "0 cross-appointments", [])


@case("CMP3")
def owners_committee_and_company_without_branch(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.owners_committee(compound), "DIRECTOR")
    city.appoint(person, city.property_company(compound), "PARTY_HEAD")
    return Expected(compound, compound, NOT_APPLICABLE, None, [])


@case("CMP3")
def branch_ended_with_its_seats_left(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.branch(compound, until=AS_OF), "SECRETARY")
    city.appoint(person, city.owners_committee(compound), "DIRECTOR")
    return Expected(compound, compound, NOT_APPLICABLE, None, [])
