// Of which cities the changes were: one count for all, and the version of each city.
CREATE CONSTRAINT change_count_of IF NOT EXISTS FOR (changes:ChangeCount) REQUIRE changes.of IS UNIQUE;
CREATE CONSTRAINT city_version_city IF NOT EXISTS FOR (city:CityVersion) REQUIRE city.city IS UNIQUE;
