"""All benchmarks that need no data beside the repository, one after the other: ``python -m tests.bench``."""

from __future__ import annotations

import subprocess
import sys

BENCHMARKS = ("reading", "warehouse", "comparison", "app")


def main() -> int:
    """Run each in a process of its own; 1 when one of them failed."""
    failed = 0
    for name in BENCHMARKS:
        print(f"== {name} ==", flush=True)
        failed |= subprocess.run([sys.executable, "-m", f"tests.bench.{name}"], check=False).returncode
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
