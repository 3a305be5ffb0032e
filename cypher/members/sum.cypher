// name: members.sum
// mode: value
// given: parts
// columns: total
//
// What is shown of a whole whose parts are shown: their sum, as far as they are shown; null where nothing but parts that
// are withheld adds to it.
UNWIND [[5, null]] AS parts
RETURN head([shown IN [parts] | CASE
  WHEN any(part IN shown WHERE part > 0) OR none(part IN shown WHERE part IS NULL)
    THEN reduce(total = 0, part IN shown | total + coalesce(part, 0))
END]) AS total
