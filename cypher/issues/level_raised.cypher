// name: issues.level_raised
// mode: value
// given: issue
// columns: level
//
// The level of the conference that raised the issue. The issue's code starts with the code of that conference's place.
MATCH (issue:Issue)
RETURN CASE size(split(issue.code, '-')[0])
  WHEN 6 THEN 'CITY' WHEN 9 THEN 'SUBDISTRICT' WHEN 12 THEN 'COMMUNITY' WHEN 15 THEN 'COMPOUND'
END AS level
