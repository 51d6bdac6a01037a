"""Where a review is kept: one encrypted file, every change journalled."""
