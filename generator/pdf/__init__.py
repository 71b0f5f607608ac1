"""The papers of a campaign as PDF: one a paper, and one a unit to be printed in one go."""
