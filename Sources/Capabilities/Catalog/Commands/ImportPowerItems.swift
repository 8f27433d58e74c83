package import EventLog
import Kernel

/// Takes the items of a list into the catalog as imported: shown, not confirmed, not executable.
package struct ImportPowerItems: Command {
    package static let name = "ImportPowerItems"
    package let reading: ItemReading
    /// The list, as pages name it.
    package let source: String
    /// Whether good rows are taken although others are refused.
    package let isPartial: Bool
    /// Why doubtful values are kept as they stand.
    package let keepingReason: String

    package init(_ reading: ItemReading, source: String, isPartial: Bool = false, keepingReason: String) {
        self.reading = reading
        self.source = source
        self.isPartial = isPartial
        self.keepingReason = keepingReason
    }

    /// Returns how the rows fared; a row that the catalog holds already, unchanged, is left alone.
    ///
    /// - Throws: `CatalogError.importRefused` with every fault, unless `isPartial`.
    package func run(in session: CommandSession) throws -> ImportReport {
        let known = try session.reader.knownListings(reading.rows.map(\.listing.code), in: session.realm)
        let clashes = reading.clashes(known)
        let faults = (reading.faults + clashes).sorted { $0.row < $1.row }
        let fresh = reading.rows.filter { known[$0.listing.code] == nil }
        guard faults.isEmpty || isPartial else { throw CatalogError.importRefused(faults) }
        for row in fresh { try append(row, in: session) }
        return ImportReport(
            loaded: fresh.count,
            unchanged: reading.rows.count - fresh.count - clashes.count,
            refused: Set(faults.map(\.row)).count,
            faults: faults,
            doubts: fresh.flatMap(\.doubts)
        )
    }

    package func refusal(forTaken key: String) -> (any Error)? { CatalogError.codeTaken(source) }

    private func append(_ row: ReadItem, in session: CommandSession) throws {
        let id: PowerItem.ID = session.newIdentifier("I")
        let doubts = row.doubts.map {
            ItemDoubt(column: $0.column, expected: $0.expected, found: $0.found, reason: keepingReason)
        }
        try session.append(
            .imported(
                ItemImported(
                    source: Open(source),
                    row: Open(row.row),
                    listing: Open(row.listing),
                    doubts: Open(doubts)
                )
            ),
            to: PowerItem.self,
            id.text
        )
    }
}
