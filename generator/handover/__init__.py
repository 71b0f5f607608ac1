"""The pack that a unit hands in, and its verification by the receiving office."""
