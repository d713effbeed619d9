"""Try targets and tell what came of it: `python -m tests.fuzz [--runs N] [--seconds N] [TARGET ...]`; 1 at a fault."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from tests.fuzz.runs import HEAD, Run, run
from tests.fuzz.target import find_target, names


def main(words: list[str]) -> int:
    """Try the targets that are named, or all of them, each as often as it says itself or as asked."""
    parser = ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", nargs="*", choices=[[], *names()], help="default: all")
    parser.add_argument("--runs", type=int, help="cases of each; default: what the target says itself")
    parser.add_argument("--seconds", type=int, default=0, help="stop each after so long by the clock; default: never")
    parser.add_argument("--seed", type=int, default=1, help="another one gives other cases")
    asked = parser.parse_args(words)
    sys.stdout.write(f"{HEAD}\n")
    done = []
    for name in asked.target or names():
        done.append(run(name, asked.runs or find_target(name).runs, seed=asked.seed, seconds=asked.seconds))
        _tell(done[-1])
    sys.stdout.write(f"{sum(each.cases for each in done):,} cases, {sum(each.faults for each in done)} faults\n")
    return int(any(each.faults for each in done))


def _tell(one: Run) -> None:
    sys.stdout.write(f"{one.line()}\n{one.words}")
    sys.stdout.writelines(f"  kept: {path}\n" for path in one.found)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
