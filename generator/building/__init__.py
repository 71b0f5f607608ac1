"""The incremental build: what is due is made, what is as recorded is left alone."""
