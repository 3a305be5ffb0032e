"""What an answer on a day says of other days, by its definition: a graph of that day alone can't tell it."""

# Fields of things that have ended, of what is yet to come, or of several days.
FIELDS = frozenset(
    {
        # All that there was by the day, or what was last.
        *("Department.pairings", "Leader.pairings", "Query.appointments", "CrossAppointment.until"),
        *("Person.appointments", "Person.memberships", "Person.invitations"),
        *("Branch.compound", "OwnersCommittee.compound", "BuildingGroup.compound"),
        *("Conference.place", "Conference.level", "Conference.responsibilities", "Query.meetings"),
        # Bodies and groups that are no more can be found by name and id for ever.
        *("Query.search", "Query.searchResults", "Query.node", "Query.nodes", "Query.nodeAsOf"),
        # As of the day of the report, whatever the day.
        "City.figures",
        # Personal counts, as of the first day of the quarter or as of the day of the report.
        *(
            "ServiceSummary.householdPairings",
            "PostKindCount.members",
            "TeamKindCount.members",
            "ZoneKindCount.members",
        ),
        *("VolunteerTeam.members", "ResponsibilityZone.members", "PartyOrganization.inServiceMembers"),
        "Community.memberOrganizations",
        # Teams and zones that are no more can still be asked where they were.
        *("VolunteerTeam.community", "ResponsibilityZone.community"),
        # Several days.
        *("Query.coverageHistory", "Query.coverageChanges"),
    }
)
