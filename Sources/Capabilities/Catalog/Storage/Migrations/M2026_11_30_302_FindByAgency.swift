package import Database

extension Migration {
    /// Which powers an agency holds is asked for every agency without a case in a month.
    package static let findByAgency = Migration(
        "2026_11_30_302_FindByAgency",
        ["CREATE INDEX power_item_by_agency ON power_item (realm, agency_id, code, id)"]
    )
}
