"""From text to spans: paragraphs, datelines, quotations, sentences. Nothing here knows of words and what they mean in a clause."""
