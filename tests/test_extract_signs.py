"""Signs that a clause was parsed wrongly, in parses given by hand."""

from docs_of import sentence

from quizgen.extract.signs import is_misparsed
from quizgen.syntax.clauses import clauses

VERB_AS_SUBJECT = """
the        det   1 DET  DT
network    nsubj 2 NOUN NN
guarantees nsubj 3 VERB VBZ guarantee
sequenced  ROOT  3 VERB VBD sequence
delivery   dobj  3 NOUN NN
.          punct 3 PUNCT .
"""


def misread(table: str) -> list[bool]:
    return [is_misparsed(each) for each in clauses(sentence(table))]


def test_a_verb_with_a_subject_is_none_itself() -> None:
    assert misread(VERB_AS_SUBJECT) == [True]


def test_a_noun_is_a_subject() -> None:
    assert misread(VERB_AS_SUBJECT.replace("nsubj 2", "compound 2").replace("VERB VBZ", "NOUN NNS")) == [False]
