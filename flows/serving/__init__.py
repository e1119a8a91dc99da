"""What runs without a person: Prefect's server, the schedule, the published site."""
