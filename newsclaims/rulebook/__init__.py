"""What a rule is, for every stage: one class, one kind of ordered set, one way to have them from other packages."""
