#!/bin/sh
# Lists the departments that are paired with another community than the leader in charge of them: the result as JSON.
#
#     sh examples/misaligned.sh [ADDRESS [PLACE]]
#
# Needs curl. A query may be sent by GET; curl encodes its parameters. One page of at most 100: for the next one, pass the
# `endCursor` as the variable `after`. A refused operation is printed too, and the exit code is then not 0.
set -eu

exec curl --silent --show-error --fail-with-body --max-time 30 --retry 5 --get \
  --header 'Accept: application/graphql-response+json' \
  --data-urlencode "query@$(dirname "$0")/misaligned.graphql" \
  --data-urlencode "variables={\"within\": \"${2:-210681}\", \"first\": 100}" \
  "${1:-http://127.0.0.1:8000/graphql}"
