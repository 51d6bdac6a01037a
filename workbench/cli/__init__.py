"""How the workbench is driven without a window: one small file per command."""
