"""What a report says of each subject: facts in, blocks out."""
