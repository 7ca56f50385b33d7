"""Benchmarks: run one with ``python -m tests.bench.startup``, ``news_page`` or ``long_text``; pytest does not."""
