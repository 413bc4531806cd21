"""Documents in formats that others read: brat's stand-off files, W3C Web Annotations, schema.org's ClaimReview."""
