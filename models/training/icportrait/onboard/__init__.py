"""Batches made on the accelerator itself, of renders that lie in its memory: a lent machine has a fast GPU and few processor cores."""
