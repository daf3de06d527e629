"""How likely each block is content, by the trees that training fitted."""

from groats.stages.score.lanes import Packed
from groats.stages.score.trees import explain_blocks, score_columns
from groats.stages.score.weights import Model, Models, Weights, load_weights, read_model, read_weights

__all__ = [
    "Model",
    "Models",
    "Packed",
    "Weights",
    "explain_blocks",
    "load_weights",
    "read_model",
    "read_weights",
    "score_columns",
]
