"""The report on paper: pages as they will print, laid out from the blocks that readers may see."""
