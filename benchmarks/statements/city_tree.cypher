// Everything of a city down to its building groups, written by hand.
MATCH (city:City {code: $city})
RETURN {city: city {
  .code, .name,
  subdistricts: COLLECT {
    MATCH (city)<-[:PART_OF]-(subdistrict:Subdistrict)
    RETURN subdistrict {
      .code, .name,
      communities: COLLECT {
        MATCH (subdistrict)<-[:PART_OF]-(community:Community)
        RETURN community {
          .code, .name,
          compounds: COLLECT {
            MATCH (community)<-[:PART_OF]-(compound:Compound)
            RETURN compound {
              .code, .name,
              buildingGroups: COLLECT {
                MATCH (compound)<-[formation:FORMED_IN]-(group:BuildingGroup)
                WHERE formation.since <= $as_of AND (formation.until IS NULL OR $as_of < formation.until)
                WITH group ORDER BY group.id LIMIT 10
                RETURN group {
                  .name, .feature,
                  centralHouseholdCount: COUNT {
                    MATCH (group)<-[hosting:HOSTS]-(:CentralHousehold)
                    WHERE hosting.since <= $as_of AND (hosting.until IS NULL OR $as_of < hosting.until)
                  },
                  buildings: COLLECT {
                    MATCH (group)-[covering:COVERS]->(building:Building)
                    WHERE covering.since <= $as_of AND (covering.until IS NULL OR $as_of < covering.until)
                    RETURN building { .code, .name } ORDER BY building.code
                  }
                }
              }
            } ORDER BY compound.code LIMIT 30
          }
        } ORDER BY community.code LIMIT 30
      }
    } ORDER BY subdistrict.code LIMIT 10
  }
}} AS data
