"""Many may use a workspace together; who needs it alone waits for none and takes it from none."""

import pytest

from afterword.store.lock import FileLock, InUse, nobody_else, opening, together


def test_nobody_has_a_workspace_alone_while_it_is_used(tmp_path):
    with (
        together(tmp_path),
        pytest.raises(InUse, match="a restore has to wait"),
        nobody_else(tmp_path, act="a restore"),
    ):
        pytest.fail("had it alone")
    with nobody_else(tmp_path, act="a restore"):
        pass


def test_several_use_it_together(tmp_path):
    with together(tmp_path), together(tmp_path):
        assert not FileLock(tmp_path / "use.lock").alone()


def test_it_is_let_go_after_a_failure(tmp_path):
    with pytest.raises(RuntimeError), nobody_else(tmp_path, act="a restore"):
        raise RuntimeError
    with pytest.raises(AssertionError), opening(tmp_path) as use:
        assert not use.alone()
    assert FileLock(tmp_path / "use.lock").alone()


def test_who_had_it_alone_can_step_down_to_sharing(tmp_path):
    with opening(tmp_path) as use:
        assert use.alone()
        use.share()
    with together(tmp_path):
        pass
    use.close()
