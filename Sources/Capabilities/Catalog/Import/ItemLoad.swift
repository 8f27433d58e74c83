package import EventLog
package import Kernel

/// A list of any length on its way into the catalog: looked over whole, then taken part by part.
///
/// It is read twice and never held whole. What is refused is known before the first part, so a refused list changes
/// nothing; after a stop in between the same list is loaded again, and the rows that are there already are left alone.
package struct ItemLoad: Sendable {
    /// One transaction holds as many, so that memory and the wait of others stay small.
    package static let rowsAtOnce = 2_000

    package let list: ItemList
    package let source: String
    package let isPartial: Bool
    package let keepingReason: String

    /// How far a load is.
    package enum Progress: Hashable, Sendable {
        /// So many rows were looked over.
        case checked(Int)
        /// So many of all good rows are durable.
        case loaded(Int, of: Int)
    }

    /// What looking over the list found.
    private struct Survey {
        var rows = 0
        var faults: [ImportFault] = []
        var doubts: [ImportFault] = []
    }

    package init(_ list: ItemList, source: String, isPartial: Bool, keepingReason: String) {
        self.list = list
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
    ///   - progress: told after every part.
    /// - Returns: how the rows fared.
    /// - Throws: `CatalogError.importRefused` with every fault, unless `isPartial`.
    package func run(
        on log: EventLog,
        in realm: Realm,
        as act: @Sendable (Int) -> Act,
        progress: @Sendable (Progress) -> Void
    ) async throws -> ImportReport {
        let survey = try await survey(against: log, in: realm, progress: progress)
        guard survey.faults.isEmpty || isPartial else { throw CatalogError.importRefused(survey.faults) }
        var (done, loaded, unchanged) = (0, 0, 0)
        var reader = list.reader()
        var rows = reader.next(ItemLoad.rowsAtOnce)
        while !rows.isEmpty {
            let part = ItemReading(rows: rows, faults: [], codeColumn: reader.columns.code)
            let command = ImportPowerItems(part, source: source, isPartial: isPartial, keepingReason: keepingReason)
            let act = act(done)
            // The next part is read while this one is written.
            async let receipt = log.submit(command, as: act)
            let next = reader.next(ItemLoad.rowsAtOnce)
            let report = try await receipt.answer
            done += rows.count
            loaded += report.loaded
            unchanged += report.unchanged
            progress(.loaded(done, of: survey.rows))
            rows = next
        }
        let refused = Set(survey.faults.map(\.row))
        return ImportReport(
            loaded: loaded,
            unchanged: unchanged,
            refused: refused.count,
            faults: survey.faults,
            doubts: survey.doubts.filter { !refused.contains($0.row) }
        )
    }

    /// Reads the list once, against the catalog as it is.
    private func survey(
        against log: EventLog,
        in realm: Realm,
        progress: @Sendable (Progress) -> Void
    ) async throws -> Survey {
        var survey = Survey()
        var reader = list.reader()
        while case let rows = reader.next(ItemLoad.rowsAtOnce), !rows.isEmpty {
            let part = ItemReading(rows: rows, faults: [], codeColumn: reader.columns.code)
            let known = try await log.read(realm) { try $0.reader.knownListings(rows.map(\.listing.code), in: realm) }
            survey.faults += part.clashes(known)
            survey.doubts += part.doubts
            survey.rows += rows.count
            progress(.checked(survey.rows))
        }
        survey.faults = (reader.faults + survey.faults).sorted { $0.row < $1.row }
        return survey
    }
}
