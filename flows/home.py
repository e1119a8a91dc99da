"""Where things lie: the home of one office's data, and the reference data of the checkout (DESIGN 4)."""

import os
from dataclasses import dataclass
from pathlib import Path

from transforms.errors import Refused

CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Home:
    """The folders of one home; nothing is created by naming them."""

    root: Path

    @property
    def inbox(self) -> Path:
        """Where people or a sync job drop files; only ever read."""
        return self.root / "inbox"

    @property
    def archive(self) -> Path:
        """The original bytes of every delivery, by sha256."""
        return self.root / "archive"

    @property
    def warehouse(self) -> Path:
        """The writer's own store, lock and work space."""
        return self.root / "warehouse"

    @property
    def records_file(self) -> Path:
        """DuckDB file of what was received: deliveries, records, rows set aside."""
        return self.warehouse / "patents.duckdb"

    @property
    def current_file(self) -> Path:
        """DuckDB file of what follows from it now: patents and events in their published shape."""
        return self.warehouse / "current.duckdb"

    @property
    def receipts_file(self) -> Path:
        """SQLite file of waiting messages and what each channel took; several processes write it."""
        return self.warehouse / "receipts.sqlite"

    @property
    def work(self) -> Path:
        """Scratch space of the running job; emptied at every start."""
        return self.warehouse / ".work"

    @property
    def lock_file(self) -> Path:
        """Held for the whole of a run."""
        return self.warehouse / ".lock"

    @property
    def published(self) -> Path:
        """Releases and the current copy."""
        return self.root / "published"

    @property
    def prefect(self) -> Path:
        """Prefect's own state."""
        return self.root / "prefect"


def data_folder() -> Path:
    """Reference data: `data/` of the checkout, or the folder named by IPSTATS_DATA."""
    return Path(os.environ.get("IPSTATS_DATA") or CHECKOUT / "data").resolve()


def resolve_home(option: Path | None = None) -> Home:
    """The home named by `--home`, else by IPSTATS_HOME, else `data/` of the checkout."""
    return Home(Path(option or os.environ.get("IPSTATS_HOME") or CHECKOUT / "data").resolve())


def existing_home(option: Path | None = None) -> Home:
    """The same; raises Refused where there is no such folder, before anything is made in it."""
    home = resolve_home(option)
    if not home.root.is_dir():
        raise Refused(f"数据目录不存在:{home.root}。请检查 --home 或环境变量 IPSTATS_HOME;新的请先建立,并在其中建立 inbox。")
    return home


def demo_home() -> Home:
    """The home of the demonstration, apart from any real one."""
    return Home(CHECKOUT / "data" / "demo")
