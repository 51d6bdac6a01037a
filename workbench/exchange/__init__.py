"""How a review travels to a colleague and comes back."""
