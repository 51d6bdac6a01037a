"""What finds identities in text: one small module for each kind of thing to find."""
