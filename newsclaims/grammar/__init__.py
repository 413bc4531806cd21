"""From tokens to word classes to cues, mentions and clauses. Nothing here knows what is attributed to whom."""
