package import Database

extension Migration {
    /// Which items of an agency belong to one main item is asked with every page of an item.
    package static let findByAgencyName = Migration(
        "2026_11_30_050_FindByAgencyName",
        ["CREATE INDEX power_item_by_agency_name ON power_item (realm, agency_name, division, id)"]
    )
}
