"""The communities of a city that are not fully covered, and why: each rule as it stands in the catalogue, then a page."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from datetime import date
from typing import Any

from graph_api.catalogue import load_catalogue
from graph_api.resolvers.windows import last_complete
from graph_api.rules import Obligation, rules_of
from graph_api.settings import IN_STATEMENTS, Settings

RULES = [rule for rule in rules_of(load_catalogue()).values() if rule.obligation is Obligation.MUST]
GIVEN = {name: getattr(Settings(), name) for name in IN_STATEMENTS}
# Each rule has a statement; so many run at the same time.
AT_ONCE = 4
COMMUNITIES, FINDINGS = 50, 20
COMMUNITY_DIGITS = 12
COUNTED = ("PASS", "FAIL", "UNKNOWN")


async def coverage_gaps(read, page: str, within: str, as_of: date) -> dict[str, Any]:
    """The data of the answer. `read` runs a statement and gives its rows, `page` is the statement of what is shown."""
    turns = asyncio.Semaphore(AT_ONCE)

    async def run(rule):
        period = rule.window and last_complete(rule.window, as_of)
        bounds = {"window_from": period.from_, "window_until": period.until} if period else {}
        async with turns:
            rows = await read(rule.fragment.text, within=within, as_of=as_of, today=as_of, **bounds, **GIVEN)
        window = period and {"from": period.from_.isoformat(), "until": period.until.isoformat()}
        return [(rule, window, *row) for row in rows]

    results, open_ = defaultdict(list), defaultdict(list)
    for found in await asyncio.gather(*map(run, RULES)):
        for rule, window, subject, place, result, observed, _ in found:
            community = place[:COMMUNITY_DIGITS]
            results[community].append(result)
            if result in {"FAIL", "UNKNOWN"}:
                open_[community].append((place, rule.code, subject, rule, window, result, observed))
    rates = {
        code: found.count("PASS") / counted
        for code, found in results.items()
        if len(code) == COMMUNITY_DIGITS and (counted := sum(map(found.count, COUNTED)))
    }
    lacking = sorted((rate, code) for code, rate in rates.items() if rate < 1)
    shown = [code for _, code in lacking[:COMMUNITIES]]
    findings = {code: sorted(open_[code], key=lambda finding: finding[:3]) for code in shown}
    subjects = [finding[2] for code in shown for finding in findings[code][:FINDINGS]]
    [[communities, names]] = await read(page, codes=shown, subjects=subjects, as_of=as_of)
    known = {community["code"]: community for community in communities}
    named = dict(names)

    def row(finding):
        _, code, subject, rule, window, result, observed = finding
        shown = {"__typename": rule.subject, "id": f"{rule.subject}:{subject}"}
        return {
            "rule": {"code": code, "title": rule.title, "obligation": rule.obligation.value},
            "result": result,
            "observed": rule.wording.text(observed),
            "required": rule.required,
            "window": window,
            "subject": shown | ({"name": named[subject]} if rule.subject in {"Department", "Leader"} else {}),
        }

    nodes = [
        known[code]
        | {"findings": {"totalCount": len(findings[code]), "nodes": [row(each) for each in findings[code][:FINDINGS]]}}
        for code in shown
    ]
    return {"communities": {"totalCount": len(lacking), "nodes": nodes}}
