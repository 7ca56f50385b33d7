"""Benchmarks: run one with ``python -m tests.bench.startup``, ``first_question``, ``news_page`` or ``long_text``; pytest does not."""
