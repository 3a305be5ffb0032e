// name: places.bounding_box
// mode: relation
// given: place
// columns: box
//
// The smallest box of degrees that contains the locations of the place and of all places below it. None without a
// location.
MATCH (place:Place)
UNWIND [reduce(box = null, point IN COLLECT {
  MATCH (place)<-[:PART_OF*0..4]-(part:Place)
  WHERE part.location IS NOT NULL
  RETURN part.location AS point
} | {
  west: CASE WHEN box.west <= point.longitude THEN box.west ELSE point.longitude END,
  south: CASE WHEN box.south <= point.latitude THEN box.south ELSE point.latitude END,
  east: CASE WHEN box.east >= point.longitude THEN box.east ELSE point.longitude END,
  north: CASE WHEN box.north >= point.latitude THEN box.north ELSE point.latitude END
})] AS box
WITH box
WHERE box IS NOT NULL
RETURN box
