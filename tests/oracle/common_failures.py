"""Failures of MUST rules that share something: what the product's `commonFailures` lists, from the findings of the tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from oracle.coverage import RULES, findings_within
from oracle.places import lies_within
from oracle.rules import Finding, Obligation, Result

_COMPOUND = 15


@dataclass(frozen=True)
class Common:
    """Failures of some rules that share a place, a subject or nothing else, and the places where nothing else fails."""

    rules: frozenset[str]
    place: str | None
    subject: str | None
    failures: frozenset[Finding]
    cleared: frozenset[str]


def common_failures(within: str, as_of: date, day: date) -> set[Common]:
    """All of them. Where two are of the same failures, the one that says more stays."""
    failures = {
        finding
        for finding in findings_within(within, as_of, day)
        if finding.result is Result.FAIL and RULES[finding.rule].obligation is Obligation.MUST
    }
    by_findings: dict[frozenset[Finding], Common] = {}
    for rule in {failure.rule for failure in failures}:
        _put(by_findings, within, failures, [one for one in failures if one.rule == rule])
    places = {_where(failure) for failure in failures}
    for place in places:
        here = [one for one in failures if _where(one) == place]
        _put(by_findings, within, failures, here, place=place)
        for rule in {failure.rule for failure in here}:
            _put(by_findings, within, failures, [one for one in here if one.rule == rule], place=place)
    for subject in {failure.subject for failure in failures}:
        _put(by_findings, within, failures, [one for one in failures if one.subject == subject], subject=subject.id)
    return set(by_findings.values())


def _put(
    found: dict[frozenset[Finding], Common],
    within: str,
    failures: set[Finding],
    group: Iterable[Finding],
    place: str | None = None,
    subject: str | None = None,
) -> None:
    shared = frozenset(group)
    if len(shared) < 2:
        return
    others = {_where(one) for one in failures - shared}
    above = {_where(one)[:digits] for one in shared for digits in (6, 9, 12, 15)}
    cleared = frozenset(
        code for code in above if lies_within(code, within) and not any(lies_within(other, code) for other in others)
    )
    found[shared] = Common(frozenset(one.rule for one in shared), place, subject, shared, cleared)


def _where(failure: Finding) -> str:
    """The place of the failure; of a building the compound."""
    return failure.place[:_COMPOUND]
