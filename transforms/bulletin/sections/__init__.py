"""The parts of a bulletin, one module each."""
