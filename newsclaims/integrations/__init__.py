"""Leaf modules for other libraries; each imports its library, and nothing in the core imports them before they are used."""
