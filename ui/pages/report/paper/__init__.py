"""The pages as they will print: painted as the layout of the written file gives them."""
