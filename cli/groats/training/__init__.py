"""How data/weights.json is made: align lines with reference text, fit, score (needs the extra `training`)."""
