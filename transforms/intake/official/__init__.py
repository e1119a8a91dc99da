"""Published tables (basis `official_aggregate`): which layout a sheet has, what its title says, what its columns mean."""
