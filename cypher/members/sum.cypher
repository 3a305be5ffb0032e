// name: members.sum
// mode: value
// given: parts
// columns: total
//
// The published value of a total whose parts are published: the sum of the parts that are not null. Null if at least
// one part is null and all others are 0.
UNWIND [[5, null]] AS parts
RETURN head([shown IN [parts] | CASE
  WHEN any(part IN shown WHERE part > 0) OR none(part IN shown WHERE part IS NULL)
    THEN reduce(total = 0, part IN shown | total + coalesce(part, 0))
END]) AS total
