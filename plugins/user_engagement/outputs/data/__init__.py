"""Everything that is public as data: what there is to tell of each kind of entry, as tables and as records."""
