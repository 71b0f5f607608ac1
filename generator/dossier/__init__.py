"""Is a dossier complete: checklist, evidence, verdicts, reports, and the pack that is handed in."""
