"""All benchmarks, or those named, each in its own process; one table at the end. Exit code 1 when a limit is missed."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from measure import RESULTS, Result, table

HERE = Path(__file__).parent


def main(words: list[str]) -> int:
    """Run the scripts whose name has one of the words in it (none: all)."""
    scripts = [path for path in sorted(HERE.glob("bench_*.py")) if not words or any(w in path.stem for w in words)]
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder, "results.jsonl")
        found.touch()
        codes = []
        for script in scripts:
            print(f"== {script.stem}", flush=True)
            codes.append(
                subprocess.run(
                    [sys.executable, str(script)], check=False, env=os.environ | {RESULTS: str(found)}
                ).returncode
            )
        results = [Result(*json.loads(line)) for line in found.read_text(encoding="utf-8").splitlines()]
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    print("", f"load average {load} on {os.cpu_count()} processors", *table(results), sep="\n")
    return 0 if scripts and not any(codes) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
