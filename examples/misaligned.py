"""Lists the departments that are paired with another community than the leader in charge of them.

    python examples/misaligned.py [ADDRESS [PLACE]]

Needs nothing but Python. Fetches page by page, and tries again when the server asks for it.
"""

import json
import sys
import time
from collections.abc import Iterator
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

ADDRESS = "http://127.0.0.1:8000/graphql"
DONGGANG = "210681"
OPERATION = Path(__file__).with_suffix(".graphql").read_text(encoding="utf-8")
ATTEMPTS = 5


def ask(address: str, variables: dict[str, Any]) -> dict[str, Any]:
    """The data of the operation's result. Ends the program with a message if there is none."""
    body = json.dumps({"query": OPERATION, "variables": variables}).encode()
    headers = {"Content-Type": "application/json", "Accept": "application/graphql-response+json"}
    error: dict[str, Any] = {}
    for _ in range(ATTEMPTS):
        try:
            with urlopen(Request(address, body, headers), timeout=30) as response:
                result = json.load(response)
        except HTTPError as refused:  # errors of GraphQL, under another status than 200
            result = json.load(refused)
        if not result.get("errors"):
            return result["data"]
        error = result["errors"][0]
        # The request is fine, but the server can't answer it yet.
        if error["extensions"]["code"] != "UNAVAILABLE":
            break
        time.sleep(error["extensions"].get("retryAfter", 1))
    sys.exit(f"{error['extensions']['code']}: {error['message']} (request {error['extensions']['requestId']})")


def misaligned(address: str, place: str) -> Iterator[dict[str, Any]]:
    """The departments within the place, page by page."""
    page = {"hasNextPage": True, "endCursor": None}
    while page["hasNextPage"]:
        data = ask(address, {"within": place, "first": 10, "after": page["endCursor"]})
        yield from data["departments"]["nodes"]
        page = data["departments"]["pageInfo"]


def main(address: str = ADDRESS, place: str = DONGGANG) -> None:
    """Prints a line for each department: its code, name and community, and the leader's title and community."""
    try:
        for department in misaligned(address, place):
            leader = department["supervisor"]
            own, other = department["pairing"]["community"]["name"], leader["pairing"]["community"]["name"]
            print(department["code"], department["name"], own, leader["title"], other, sep="\t")
    except (URLError, HTTPException, ValueError) as error:
        sys.exit(f"{address} does not answer as a GraphQL server: {error}")


if __name__ == "__main__":
    main(*sys.argv[1:])
