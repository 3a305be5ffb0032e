// name: members.release
// mode: value
// columns: day
//
// The release date of personal counts: the first day of the quarter of `asOf` (of today's quarter, if `asOf` is in the
// future).
RETURN date.truncate('quarter', time.known_until()) AS day
