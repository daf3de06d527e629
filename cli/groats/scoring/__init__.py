"""How near cleaned pages come to reference texts: read both sides, match them by id, measure each page, sum up."""
