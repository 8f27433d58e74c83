import Database

/// Which findings wait for an explanation, by the day it is due.
let indexExplanations = Migration(
    "2026_11_30_300_IndexExplanations",
    ["CREATE INDEX finding_by_explanation ON finding (realm, status, explain_by, case_id, number)"]
)
