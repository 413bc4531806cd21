"""Stage 1: text -> spans. Paragraphs, sentences, datelines, quotations, cues, mentions; nothing here knows of attribution."""
