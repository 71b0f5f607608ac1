"""Files that came from outside: opened within limits, recognised, and held against what is due."""
