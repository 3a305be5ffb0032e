"""What a statement alone can't do: plain functions over what statements return."""
