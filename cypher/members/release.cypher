// name: members.release
// mode: value
// parameters: as_of
// columns: day
//
// The day that personal counts describe: the first of the quarter that the day asked about lies in.
RETURN date.truncate('quarter', $as_of) AS day
