"""The panel of one case: state, clocks, reckoning, papers, and the acts this person may record now."""
