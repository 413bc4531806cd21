"""Many texts on several processes: batches go out, parcels of columns come back."""
