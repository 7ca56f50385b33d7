"""The library's verbs: ingest texts, extract facts, generate questions.

Each document is one transaction, so a run that is stopped leaves a store that is right as far as it goes; a run with
nothing to change writes nothing.
"""

from quizgen.pipeline.extracting import extract
from quizgen.pipeline.generating import Context, Origin, generate
from quizgen.pipeline.ingesting import ingest

__all__ = ["Context", "Origin", "extract", "generate", "ingest"]
