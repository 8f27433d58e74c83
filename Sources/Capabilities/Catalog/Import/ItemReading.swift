/// What a list holds: the good rows, and a fault for each thing that is wrong.
package struct ItemReading: Hashable, Sendable, Codable {
    /// In the order of the list; a row with a fault is not among them.
    package internal(set) var rows: [ReadItem]
    package internal(set) var faults: [ImportFault]
    /// The name of the column that holds the codes.
    package let codeColumn: String

    package var doubts: [ImportFault] { rows.flatMap(\.doubts) }

    /// The rows whose code the catalog holds for something else.
    func clashes(_ known: [String: KnownListing]) -> [ImportFault] {
        rows.compactMap { row in
            guard let listed = known[row.listing.code], listed != KnownListing(row.listing) else { return nil }
            return row.fault(codeOf: listed.name, in: codeColumn)
        }
    }
}

/// One good row of a list.
package struct ReadItem: Hashable, Sendable, Codable {
    package let row: Int
    package let listing: ImportedListing
    /// What is odd and can be kept with a reason.
    package internal(set) var doubts: [ImportFault]

    func fault(codeOf name: String, in column: String) -> ImportFault {
        ImportFault(
            row: row,
            column: column,
            expected: "目录中没有的编码",
            found: "\(listing.code)，是“\(name)”的编码"
        )
    }
}
