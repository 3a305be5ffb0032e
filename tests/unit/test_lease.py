"""The lease of a store: shares for those who use the server, the whole for the server when nobody does."""

import threading

import pytest

from graph_api.database.embedded.lease import Lease


@pytest.fixture
def leases(tmp_path):
    made = [Lease(tmp_path / "lock") for _ in range(3)]
    yield made
    for each in made:
        each.release()


def test_shares_exclude_the_whole_and_the_whole_all_else(leases):
    first, second, server = leases
    assert first.share()
    assert second.share()
    assert not server.take_whole()
    first.release()
    assert not server.take_whole()
    second.release()
    assert server.take_whole()
    assert not first.share()
    assert not second.take_whole()
    server.release()
    assert first.share()


def test_the_whole_comes_when_the_last_share_goes(leases):
    first, second, server = leases
    assert first.share()
    assert second.share()
    waiting = threading.Thread(target=server.await_whole, daemon=True)
    waiting.start()
    first.release()
    # Who waits for the whole keeps nobody from joining.
    assert first.share()
    first.release()
    assert not server.is_held
    second.release()
    waiting.join(10)
    assert server.is_held


def test_a_share_is_not_handed_on_and_goes_only_once(leases):
    first, _, server = leases
    assert first.share()
    assert first.share()
    first.release()
    first.release()
    assert server.take_whole()
