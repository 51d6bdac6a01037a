"""The page of risks and protective factors."""
