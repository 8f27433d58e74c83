package import EventLog
package import Kernel

/// A list of any length on its way into the catalog: looked over whole, then taken part by part.
///
/// What is refused is known before the first part, so a refused list changes nothing; after a stop in between the same
/// list is loaded again, and the rows that are there already are left alone.
package struct ItemLoad: Sendable {
    /// One transaction holds as many, so that memory and the wait of others stay small.
    package static let rowsAtOnce = 2_000

    package let reading: ItemReading
    package let source: String
    package let isPartial: Bool
    package let keepingReason: String

    package init(_ reading: ItemReading, source: String, isPartial: Bool, keepingReason: String) {
        self.reading = reading
        self.source = source
        self.isPartial = isPartial
        self.keepingReason = keepingReason
    }

    /// Loads the list.
    ///
    /// - Parameters:
    ///   - log: into which log.
    ///   - realm: of the catalog.
    ///   - act: as whom; asked for every part by its place, since each needs a key of its own.
    ///   - progress: told how many rows are done, after every part.
    /// - Returns: how the rows fared.
    /// - Throws: `CatalogError.importRefused` with every fault, unless `isPartial`.
    package func run(
        on log: EventLog,
        in realm: Realm,
        as act: @Sendable (Int) -> Act,
        progress: @Sendable (Int) -> Void
    ) async throws -> ImportReport {
        let codes = reading.rows.map(\.listing.code)
        let known = try await log.read(realm) { try $0.reader.knownListings(codes, in: realm) }
        let faults = (reading.faults + reading.clashes(known)).sorted { $0.row < $1.row }
        guard faults.isEmpty || isPartial else { throw CatalogError.importRefused(faults) }
        var (loaded, unchanged) = (0, 0)
        for start in stride(from: 0, to: reading.rows.count, by: ItemLoad.rowsAtOnce) {
            let end = min(start + ItemLoad.rowsAtOnce, reading.rows.count)
            let part = ItemReading(rows: Array(reading.rows[start..<end]), faults: [], codeColumn: reading.codeColumn)
            let command = ImportPowerItems(part, source: source, isPartial: isPartial, keepingReason: keepingReason)
            let report = try await log.submit(command, as: act(start)).answer
            loaded += report.loaded
            unchanged += report.unchanged
            progress(end)
        }
        let refused = Set(faults.map(\.row))
        return ImportReport(
            loaded: loaded,
            unchanged: unchanged,
            refused: refused.count,
            faults: faults,
            doubts: reading.rows.filter { !refused.contains($0.row) }.flatMap(\.doubts)
        )
    }
}
