"""How the tests with generated operations run."""

from hypothesis import HealthCheck, Phase, settings


def generated(number):
    """So many examples, the same in each run; a slow machine is no fault."""
    return settings(
        max_examples=number,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
