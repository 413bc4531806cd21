"""Numbers with their units, and dates, as the text states them. Nothing here knows of claims."""
