package import Database

extension Migration {
    /// On which day the library heard of a version and of a repeal, and what the version's bytes come to.
    ///
    /// The defaults stand only until the rows are made anew, which the raised version of the projections asks for.
    package static let keepDaysOfKnowing = Migration(
        "2026_11_29_040_KeepDaysOfKnowing",
        [
            "ALTER TABLE statute ADD COLUMN taken_on TEXT NOT NULL DEFAULT '1900-01-01'",
            "ALTER TABLE statute ADD COLUMN digest TEXT NOT NULL DEFAULT ''",
            "ALTER TABLE statute_repeal ADD COLUMN recorded_on TEXT NOT NULL DEFAULT '1900-01-01'",
        ]
    )
}
