"""What differs between two releases, and why: `release_changes` of a release, and `ipstats diff`."""
