// name: visits.has_task
// mode: value
// given: visit
// parameters: value
// columns: has_task
//
// Whether the visit has at least one of the tasks.
MATCH (visit:Visit)
RETURN any(task IN visit.tasks WHERE task IN $value) AS has_task
