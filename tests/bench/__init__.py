"""Benchmarks: run one with ``python -m tests.bench.startup``; pytest runs none.

There are ``startup``, ``first_question``, ``news_page`` and ``long_text``.
"""
