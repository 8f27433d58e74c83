package import Database

extension Migration {
    /// Drafts are few among the items of a province; the desk finds them without reading all.
    package static let indexDrafts = Migration(
        "2026_11_28_051_IndexDrafts",
        ["CREATE INDEX power_item_by_draft ON power_item (realm, draft_stage) WHERE draft_stage IS NOT NULL"]
    )
}
