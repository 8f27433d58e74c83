package import Database
package import EventLog
import Kernel
import Law

/// Which benchmarks lost an article they rest on, a row a benchmark, change of law and stretch of days.
///
/// Renewed when a statute changes and when a benchmark is published; what the law became is read from the library's rows
/// (decision 62).
package struct BenchmarkFallProjection: Projection {
    package let name = "benchmark_fall"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "benchmark_fall",
            rows: { realm in
                """
                SELECT item, change, fallen_from, fallen_until, number, issued_as, known_on
                  FROM benchmark_fall
                 WHERE realm = \(realm)
                 ORDER BY item, change, fallen_from
                """
            }
        ),
        ProjectionTable(
            "benchmark_version",
            rows: { realm in
                """
                SELECT item, number, issued_as, bases, in_force_from, in_force_until
                  FROM benchmark_version
                 WHERE realm = \(realm)
                 ORDER BY item, number
                """
            }
        ),
        ProjectionTable(
            "benchmark_statute",
            rows: { realm in
                """
                SELECT statute, item
                  FROM benchmark_statute
                 WHERE realm = \(realm)
                 ORDER BY statute, item
                """
            }
        ),
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        let key = event.envelope.stream.key
        if let statute = event.as(StatuteEvent.self) {
            guard LegalChange(statute, of: key) != nil else { return [] }
            return try falls(of: try items(restingOn: key, event.realm, own), event.realm, own)
        }
        guard case .published(let published)? = event.as(BenchmarkEvent.self) else { return [] }
        let from = published.inForceFrom.value
        var versions = try self.versions(of: [key], event.realm, own)
        let ending = versions.last.map { last -> SQL in
            """
            UPDATE benchmark_version
               SET in_force_until = \(from)
             WHERE realm = \(event.realm)
               AND item = \(key)
               AND number = \(last.number)
            """
        }
        if let last = versions.indices.last { versions[last].inForceUntil = from }
        let version = KeptVersion(key, published)
        let bases = Set(version.bases.map(\.statute)).sorted().map { statute -> SQL in
            """
            INSERT INTO benchmark_statute (realm, statute, item)
            VALUES (\(event.realm), \(statute), \(key))
                ON CONFLICT (realm, statute, item) DO NOTHING
            """
        }
        return [ending, version.insertion(in: event.realm)].compactMap { $0 } + bases
            + (try falls(of: [key: versions + [version]], event.realm, own))
    }

    private func items(
        restingOn statute: String,
        _ realm: Realm,
        _ own: any SQLReader
    ) throws -> [String: [KeptVersion]] {
        let items: [String] = try own.rows(
            """
            SELECT item
              FROM benchmark_statute
             WHERE realm = \(realm)
               AND statute = \(statute)
             ORDER BY item
            """
        ).map { row in try row["item"] }
        return Dictionary(grouping: try versions(of: items, realm, own), by: \.item)
    }

    private func versions(of items: [String], _ realm: Realm, _ own: any SQLReader) throws -> [KeptVersion] {
        try own.rows(
            """
            SELECT item, number, issued_as, bases, in_force_from, in_force_until
              FROM benchmark_version
             WHERE realm = \(realm)
               AND item IN (\(list: items))
             ORDER BY item, number
            """
        ).map(KeptVersion.init)
    }

    /// Returns the statements that put the falls of some items' benchmarks in the place of those there were.
    private func falls(
        of items: [String: [KeptVersion]],
        _ realm: Realm,
        _ own: any SQLReader
    ) throws -> [SQL] {
        let cited = items.values.flatMap { $0.flatMap { $0.bases.map(\.statute) } }
        let statutes = try own.changedStatutes(among: cited, in: realm)
        let comparisons = StatuteComparisons()
        return items.sorted { $0.key < $1.key }.flatMap { item, versions -> [SQL] in
            let clearing: SQL = "DELETE FROM benchmark_fall WHERE realm = \(realm) AND item = \(item)"
            return [clearing]
                + versions.flatMap { version in
                    version.citations.falls(under: statutes, comparing: comparisons)
                        .map { version.fall($0, in: realm) }
                }
        }
    }
}

/// A version of a benchmark as the projection keeps it.
private struct KeptVersion {
    let item: String
    let number: Int
    let issuedAs: String
    let bases: [LegalBasis]
    let inForceFrom: Day
    var inForceUntil: Day?

    init(_ item: String, _ published: BenchmarkPublished) {
        self.item = item
        number = published.number.value
        issuedAs = published.content.value.issuedAs
        bases = published.content.value.bases
        inForceFrom = published.inForceFrom.value
    }

    init(_ row: Row) throws {
        item = try row["item"]
        number = try row["number"]
        issuedAs = try row["issued_as"]
        let text: String = try row["bases"]
        bases = text.split(separator: "\n").compactMap { LegalBasis($0) }
        inForceFrom = try row["in_force_from"]
        inForceUntil = try row["in_force_until"]
    }

    var citations: Citations { Citations(bases: bases, inForceFrom: inForceFrom, inForceUntil: inForceUntil) }

    func insertion(in realm: Realm) -> SQL {
        """
        INSERT INTO benchmark_version (realm, item, number, issued_as, bases, in_force_from, in_force_until)
        VALUES (\(realm), \(item), \(number), \(issuedAs), \(bases.map(\.short).joined(separator: "\n")),
                \(inForceFrom), \(inForceUntil))
        """
    }

    func fall(_ span: Citations.Span, in realm: Realm) -> SQL {
        """
        INSERT INTO benchmark_fall (realm, item, change, fallen_from, fallen_until, number, issued_as, known_on)
        VALUES (\(realm), \(item), \(span.change.text), \(span.from), \(span.until), \(number), \(issuedAs),
                \(span.knownOn))
        """
    }
}
