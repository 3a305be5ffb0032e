// name: time.known_until
// mode: value
// parameters: as_of, today
// columns: day
//
// The date up to which personal data is published: `asOf`, or today if `asOf` is in the future. Records for future
// dates change as they are entered, so publishing them by date would reveal single entries.
RETURN CASE WHEN $as_of < $today THEN $as_of ELSE $today END AS day
