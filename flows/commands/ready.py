"""What must be so before a command runs a month: asked at once, not after Prefect has started."""

from flows.engine import set_up
from flows.home import Home
from flows.inbox_files import require_inbox
from flows.lock import require_free
from flows.space import require_space


def make_ready(home: Home) -> None:
    """Start Prefect's server for a home that has an inbox, room on its disk and no other run; raises Refused."""
    require_inbox(home)
    require_free(home.lock_file)
    require_space(home)
    set_up(home)
