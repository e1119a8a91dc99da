"""Make the sample deliveries: `python data/samples/make_samples.py [folder]`. The same files on every run.

Writes inbox/ (the files and a sidecar for each) and TRUTH.json into the folder, by default into its own.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from maker.answers import answers
from maker.deliveries import make_inbox
from maker.world import Delivery


def sidecar_text(delivery: Delivery) -> str:
    """Return the sidecar of a delivery: the day on which it came, and what else the office would state."""
    stated = {"received_on": delivery.received_on.isoformat()} | delivery.sidecar
    return "".join(f"{key}: {value}\n" for key, value in stated.items())


def write_samples(folder: Path) -> None:
    """Write the inbox and the right answers into the folder; files of an earlier run are taken away first."""
    made = make_inbox()
    inbox = folder / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    for old in inbox.iterdir():
        old.unlink()
    for delivery in made.deliveries:
        (inbox / delivery.file_name).write_bytes(delivery.content)
        (inbox / f"{delivery.file_name}.yml").write_text(
            sidecar_text(delivery), encoding="utf-8", newline="\n"
        )
    text = json.dumps(answers(made), ensure_ascii=False, indent=1)
    (folder / "TRUTH.json").write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_samples(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
