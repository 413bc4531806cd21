# A rule written as a function: in an interview of this house, answers stand in quotation marks and the headline names
# who gives them, so that no template around the quotation can find the source.

from newsclaims import DEFAULT_RULES, Attribution, Extractor, Quotation, Span, rule
from newsclaims.layers import Layers
from newsclaims.testing import check_rule

OPENING = "In conversation with "


@rule("interviewee")
def interviewee(layers: Layers, quotation: Quotation) -> Attribution | str:
    """An answer in an interview goes to who is named in its headline."""
    if not layers.text.startswith(OPENING):
        return "the text is no interview"
    source = Span.of(layers.text, len(OPENING), layers.text.index("\n", len(OPENING)))
    return Attribution(contents=quotation.stretches, source=source)


check_rule(interviewee, "In conversation with <s>Orla Vane</s>\n\nIs the port safe?\n\n<q>“As safe as the sea.”</q>")

# Where an answer has a speech tag of its own, the rules for tags come first.
extractor = Extractor(rules=DEFAULT_RULES.before("carry-over", interviewee))

text = """In conversation with Orla Vane

Is the port safe?

“It is as safe as the sea.”

And how safe is that?

“You should ask my deputy,” Vane said. “He swims.”
"""
for quote in extractor.extract(text).quotes:
    print(quote.rule, "|", quote.source and quote.source.text, "|", quote.text)

# It prints:
#   interviewee | Orla Vane | It is as safe as the sea.
#   quote-source-cue | Vane | You should ask my deputy,
#   interviewee | Orla Vane | He swims.
