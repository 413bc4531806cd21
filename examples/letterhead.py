# A rule written as a template: the press office of a company puts its statements under a letterhead.

from newsclaims import DEFAULT_RULES, Extractor, PatternRule
from newsclaims.testing import check_rule

letterhead = PatternRule("letterhead", "From the desk of {source} , {role} {quote}")

# Cases keep a rule honest: the source and the quotation it must find are drawn on the text.
check_rule(letterhead, "From the desk of <s>John Doe</s>, VP\n\n<q>“Ever more crucial”</q>")

# It comes before the rules that would look at the same quotation; the set that is shipped stays as it is.
extractor = Extractor(rules=DEFAULT_RULES.before("quote-cue-source", letterhead).without("carry-over"))

text = "From the desk of Orla Vane, harbour master\n\n“The port is open again.”\n\nShipping firms welcomed the news."
for quote in extractor.extract(text).quotes:
    if quote.rule == "letterhead" and quote.source:
        print(f"{quote.source.text}: {quote.text}")

# It prints:
#   Orla Vane: The port is open again.
