"""What a textbook says to its reader before the statement: “As we saw in the last chapter, …”, “Recall that …”."""

import re
from collections.abc import Iterator

_SEEN = (
    r"(?:saw|seen|learned|learnt|noted|discussed|mentioned|described|explained|know|see|expect|remember|recall|read)"
)
_WHERE = r"(?: (?:in|on|from|at|with|earlier|before|above|below|already|previously|just|now)\b[^,.;?!]{0,80})?"
_OPENER = re.compile(
    r"(?:^|(?<=[.!?] ))(?:"
    rf"As (?:we|you) (?:(?:have|will|shall|can|may|might|would|also|already|just) )*{_SEEN}{_WHERE}, "
    rf"|As (?:already |just |previously )?(?:noted|mentioned|discussed|described|explained|stated|seen){_WHERE}, "
    r"|(?:Recall|Remember|Note|Notice|Bear in mind|Keep in mind)(?:,? (?:also|again|too|however),?)? that "
    r"|It is (?:important|worth|useful|helpful) (?:to (?:note|remember|recall|realize|realise|know|understand)|noting"
    r"|remembering) that )(?=[A-Za-z]\w*)"
)
_CUES = ("As ", " that ")


def found(text: str) -> Iterator[re.Match[str]]:
    """Yield what comes before a statement and is no part of it."""
    yield from _OPENER.finditer(text) if any(cue in text for cue in _CUES) else ()
