// name: time.known_until
// mode: value
// parameters: as_of, today
// columns: day
//
// The day up to which it is told what is personal: the day asked about, or today where that is still to come. What is on
// record now for days to come changes as it is entered, so it must not be told day by day.
RETURN CASE WHEN $as_of < $today THEN $as_of ELSE $today END AS day
