"""Speed and memory: `python -m benchmarks` measures a full-sized world and writes docs/benchmarks.md."""
