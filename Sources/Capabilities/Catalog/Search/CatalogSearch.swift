import Codes
import Database
package import EventLog
import Kernel
import Synchronization

/// Keeps the search index of each realm current: every search first takes in what changed since the last one.
///
/// One of it lives in the program; the index itself is `CatalogIndex`.
package final class CatalogSearch: Sendable {
    private struct Kept {
        var index = CatalogIndex()
        /// The position of the last event taken in.
        var position: Int64 = -1
    }

    private static let stretch = 5_000

    private let kept = Mutex<[Realm: Kept]>([:])

    package init() {}

    /// Finds what `query` asks for in the catalog as `reading` sees it.
    package func search(_ query: CatalogQuery, in reading: EventReading) throws -> CatalogAnswer {
        try kept.withLock { kept in
            var own = kept[reading.realm] ?? Kept()
            // Taken out while it changes, so that the index is changed in place and not copied.
            kept[reading.realm] = nil
            defer { kept[reading.realm] = own }
            let isFirst = own.position < 0
            // A stretch at a time: the rows of a province would take more memory than its index.
            while true {
                let changed = try reading.catalogEntries(changedAfter: own.position, limit: CatalogSearch.stretch)
                if isFirst {
                    own.index.fill(changed.lazy.map(\.entry))
                } else {
                    for change in changed { own.index.put(change.entry) }
                }
                own.position = changed.last?.position ?? own.position
                if changed.count < CatalogSearch.stretch { break }
            }
            if isFirst { own.index.endOfFilling() }
            return own.index.search(query)
        }
    }
}
