// The tree of a city down to its buildings, written by hand.
MATCH (city:City {code: $city})
RETURN city {
  .code, .name,
  subdistricts: {nodes: COLLECT {
    MATCH (city)<-[:PART_OF]-(subdistrict:Subdistrict)
    WITH subdistrict ORDER BY subdistrict.code LIMIT 10
    RETURN subdistrict {
      .code, .name,
      communities: {nodes: COLLECT {
        MATCH (subdistrict)<-[:PART_OF]-(community:Community)
        WITH community ORDER BY community.code LIMIT 30
        RETURN community {
          .code, .name,
          compounds: {nodes: COLLECT {
            MATCH (community)<-[:PART_OF]-(compound:Compound)
            WITH compound ORDER BY compound.code LIMIT 30
            RETURN compound {
              .code, .name,
              buildingGroups: {nodes: COLLECT {
                MATCH (compound)<-[formation:FORMED_IN]-(building_group:BuildingGroup)
                WHERE formation.since <= $as_of AND (formation.until IS NULL OR $as_of < formation.until)
                WITH building_group ORDER BY building_group.id LIMIT 10
                RETURN building_group {
                  .name, .feature,
                  id: 'BuildingGroup:' + building_group.id,
                  centralHouseholdCount: COUNT {
                    MATCH (building_group)<-[hosting:HOSTS]-(:CentralHousehold)
                    WHERE hosting.since <= $as_of AND (hosting.until IS NULL OR $as_of < hosting.until)
                  },
                  buildings: COLLECT {
                    MATCH (building_group)-[coverage:COVERS]->(building:Building)
                    WHERE coverage.since <= $as_of AND (coverage.until IS NULL OR $as_of < coverage.until)
                    WITH building ORDER BY building.code
                    RETURN building { .code, .name }
                  }
                }
              }}
            }
          }}
        }
      }}
    }
  }}
} AS city
