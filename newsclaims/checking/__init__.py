"""Quotes held against what was said: checked word by word against sources, taken out of a text and put back."""
