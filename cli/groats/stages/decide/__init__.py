"""Which blocks stay: the scores first, then the rules that only the whole page can tell.

The scores, distances and lengths that rules compare with were chosen on pages of sites left out of the training (those
of cues, gaps, neighbours, islands and repetitions, by mean word F1 with and without the rule) or on the seeds.
"""

from groats.stages.decide.alike import level_scores
from groats.stages.decide.order import decide

__all__ = ["decide", "level_scores"]
