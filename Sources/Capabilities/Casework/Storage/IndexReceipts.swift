import Database

extension CaseworkSchema {
    /// Whether an agency received a case in some days is asked without reading its cases.
    static let receiptIndex = Migration(
        "2026_11_30_301_IndexReceipts",
        ["CREATE INDEX case_file_by_receipt ON case_file (realm, agency, received_on, id)"]
    )
}
