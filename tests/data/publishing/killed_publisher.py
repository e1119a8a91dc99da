"""A program that publishes a second release again and again, each time killed one step later (see the test beside).

Prints one line a step: the number of the step, what it was, and what the repair afterwards found.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from small_release import TABLES, applications_in, contracts_of, make_candidate, publish, release

from flows.publishing.freeze import set_current, write_release
from flows.publishing.repair import repair

EVENTS = ("open", "os.rename", "os.link", "os.chmod", "os.mkdir", "os.remove", "os.rmdir")


def main(base: Path) -> None:
    """Prepare one published release, then kill publishing of the next at step 1, 2, 3 ... until it survives."""
    contracts_of(*TABLES)
    in_child(lambda: prepare(base))
    step = 1
    while killed_at(base, step):
        step += 1


def prepare(base: Path) -> None:
    """The state before: one release, and a candidate of the next."""
    publish(base / "published", base, "2013-01", 1, applications=5)
    make_candidate(base / "candidate.duckdb", 6)


def killed_at(base: Path, step: int) -> bool:
    """Publish in a copy of the state, killed before its step of that number; tells whether it was."""
    home = base / "home"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(base / "published", home / "published")
    shutil.copyfile(base / "candidate.duckdb", home / "candidate.duckdb")
    current = home / "published/patents.duckdb"
    current.unlink()
    current.hardlink_to(home / "published/releases/2013-01.1/patents.duckdb")
    status = in_child(lambda: publish_until(home, step))
    shutil.copyfile(base / "candidate.duckdb", home / "candidate.duckdb")
    verdict = in_child(lambda: verify(home, must_be_there=status == 0))
    if verdict != 0:
        raise SystemExit(f"step {step}: not repaired")
    return os.WIFSIGNALED(status)


def publish_until(home: Path, step: int) -> None:
    """Publish, and die without a word before the step of that number (a change of files, or a flush)."""
    counter = iter(range(1, 10_000))

    def die(what: str) -> None:
        if next(counter) == step:
            os.write(1, f"{step} {what}\n".encode())
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        is_read = event == "open" and not arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if event in EVENTS and str(home) in str(arguments[0]) and not is_read:
            die(f"{event} {Path(str(arguments[0])).name}")

    fsync = os.fsync
    sys.addaudithook(watch)
    os.fsync = lambda descriptor: (die("fsync"), fsync(descriptor))[1]  # type: ignore[assignment]
    publish_second(home)


def publish_second(home: Path) -> None:
    """What is interrupted: the candidate becomes a release, and the current one."""
    made = release("2013-01", 2)
    write_release(home / "published", home / "candidate.duckdb", made, {}, contracts_of(*TABLES))
    set_current(home / "published", made)


def verify(home: Path, must_be_there: bool) -> None:
    """After a repair: only whole releases, the current copy right, nothing half done, and work can go on."""
    published = home / "published"
    # Before any repair a reader finds a whole file.
    assert applications_in(published / "patents.duckdb") in (5, 6)
    found = [one.release_id for one in repair(published)]
    assert found in (["2013-01.1"], ["2013-01.1", "2013-01.2"]), found
    assert must_be_there <= (len(found) == 2)
    assert not list(published.rglob(".new-*")), "leftovers"
    assert not list(published.rglob("*.wal")), "write-ahead log"
    assert sorted(path.name for path in (published / "releases").iterdir()) == found
    if len(found) == 1:
        assert applications_in(published / "patents.duckdb") == 5
        publish_second(home)
    assert applications_in(published / "patents.duckdb") == 6
    assert (published / "patents.duckdb").samefile(published / "releases/2013-01.2/patents.duckdb")
    assert {path.stat().st_mode & 0o777 for path in published.rglob("*") if path.is_file()} == {0o444}


def in_child(work: Callable[[], None]) -> int:
    """Run in a forked process; returns its wait status. This process itself never opens a database."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except Exception as error:  # noqa: BLE001 -- whatever it is, the parent process must hear of it
            os.write(2, f"{type(error).__name__}: {error}\n".encode())
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
