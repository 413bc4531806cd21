"""Documents as data and in formats that others read.

dicts and JSON, records and CSV, data frames, web pages, brat's stand-off files, W3C Web Annotations, schema.org's ClaimReview.
"""
