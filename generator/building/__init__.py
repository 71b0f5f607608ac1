"""The incremental build: generates documents that are out of date and skips the others."""
