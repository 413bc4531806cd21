"""What newsletters of harbours do that other news does not: signals with a sender, and a verb for speaking by radio."""

from newsclaims import PatternRule, load_language

RULES = (PatternRule("signal", "Signal from {source} , {role} {quote}"),)
"""A signal and who sent it: Signal from Ada Brenn, pilot: “Pier shut.”"""

ENGLISH = load_language("en").extend(cues={"radio": "say"}, verbs=["radio"])
"""English in which somebody can radio that a pier is shut."""
