from newsclaims.extractor import Extractor, extract, split_sentences
from newsclaims.rules import DEFAULT_RULES, RuleSet, rule
