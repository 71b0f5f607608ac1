"""Any file from outside → what a reader of it would see, within limits."""
