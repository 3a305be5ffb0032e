// name: members.release
// mode: value
// columns: day
//
// The day that personal counts describe: the first of the quarter that the day asked about lies in, or today where that day is
// still to come.
RETURN date.truncate('quarter', time.known_until()) AS day
