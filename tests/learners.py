"""People who learn, for the tests of the schedule: what they remember is decided by weights and a seed."""

import random

from quizgen.schedule import Scheduler

DAY = 86_400
NOW = 1_700_000_000

Log = list[tuple[int, tuple[int, int]]]

# Somebody who forgets far sooner than most.
FORGETFUL = (
    *(0.1, 0.4, 0.8, 3.0, 6.4, 0.8, 3.0, 0.001, 1.37, 0.17, 0.8, 1.5, 0.06, 0.26, 1.65, 0.6, 1.87, 0.54, 0.09, 0.07),
    0.3,
)


def answers(weights: tuple[float, ...], *, questions: int, days: int = 200, seed: int = 1) -> Log:
    """Return the ratings of somebody who remembers by ``weights`` and is asked by the usual ones, when due."""
    chance, plan, mind = random.Random(seed), Scheduler(), Scheduler(parameters=weights)
    log: Log = []
    for question in range(questions):
        at = NOW + chance.randrange(20) * DAY + chance.randrange(DAY // 2)
        asked = known = None
        while at < NOW + days * DAY:
            right = chance.random() < (mind.retrievability(known, at) if known else 0.6)
            rating = chance.choice((2, *[3] * 9)) if right else 1
            asked, known = plan.after(asked, rating, at), mind.after(known, rating, at)
            log.append((question, (rating, at)))
            at = asked.due + chance.randrange(7200)
    return log
