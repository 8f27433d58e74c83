package import Cryptography
import Database
package import Kernel

/// How a projection's rows compare with what the log says they should be.
package struct ProjectionReport: Sendable {
    package let name: String
    package let stored: Digest
    package let rebuilt: Digest

    package var isEqual: Bool { stored == rebuilt }
}

extension EventLog {
    /// Builds every projection of the realm anew from the log, beside the rows in use, and puts the new ones in their
    /// place.
    ///
    /// The work is done in a shadow of the realm, in short transactions between which acts go on; only the last one,
    /// which takes in what came meanwhile, compares and swaps, holds them up. With `keeping` false the result is only
    /// compared and nothing changes. What a rebuild that was interrupted left behind is removed by the next.
    package func rebuild(_ realm: Realm, keeping: Bool) async throws -> [ProjectionReport] {
        let shadow = ShadowRebuild(realm: realm, log: self)
        try await shadow.clear()
        var position: Int64 = 0
        while let next = try await shadow.takePage(from: position) { position = next }
        return try await shadow.finish(from: position, keeping: keeping)
    }

    /// Returns the names of projections whose rows were made by other logic than this program's.
    package func outdatedProjections(_ realm: Realm) async throws -> [String] {
        let stored = try await database.read { reader in
            try reader.rows("SELECT name, version FROM projection_state WHERE realm = \(realm) ORDER BY name")
                .map { row in (name: try row["name"] as String, version: try row["version"] as Int) }
        }
        let versions = Dictionary(stored.map { ($0.name, $0.version) }) { first, _ in first }
        return projections.filter { versions[$0.name] != $0.version }.map(\.name)
    }
}

/// One rebuild at work.
///
/// The shadow is a realm of its own, which no data home can have: the statements of a projection are the same there,
/// and in the end its rows are given to the realm.
private struct ShadowRebuild: Sendable {
    private static let pageLength = 500

    private let realm: Realm
    private let shadow: Realm
    private let log: EventLog
    private let projections: [any Projection]

    init(realm: Realm, log: EventLog) {
        self.realm = realm
        shadow = Realm(-realm.number)
        self.log = log
        // One without tables cannot be made anew: that is its purpose.
        projections = log.projections.filter { !$0.tables.isEmpty }
    }

    func clear() async throws {
        try await log.database.write { [self] writer in try clear(shadow, writer) }
    }

    /// Takes in one page of events and returns where the next begins; `nil` once none is left.
    func takePage(from position: Int64) async throws -> Int64? {
        try await log.database.write { [self] writer in try takePage(from: position, writer) }
    }

    func finish(from position: Int64, keeping: Bool) async throws -> [ProjectionReport] {
        try await log.database.write { [self] writer in
            // Whoever is about to commit an act waits here, or we wait for it and take it in.
            try writer.execute("UPDATE realm_head SET next_position = next_position WHERE realm = \(realm)")
            var position = position
            while let next = try takePage(from: position, writer) { position = next }
            let reports = try projections.map { projection in
                ProjectionReport(
                    name: projection.name,
                    stored: try ProjectionDigest.of(projection, realm, writer),
                    rebuilt: try ProjectionDigest.of(projection, shadow, writer)
                )
            }
            guard keeping else {
                try clear(shadow, writer)
                return reports
            }
            try clear(realm, writer)
            for projection in projections {
                for table in projection.tables { try writer.execute(table.move(from: shadow, to: realm)) }
                try writer.execute(
                    """
                    INSERT INTO projection_state (realm, name, version)
                    VALUES (\(realm), \(projection.name), \(projection.version))
                        ON CONFLICT (realm, name) DO UPDATE SET version = excluded.version
                    """
                )
            }
            return reports
        }
    }

    private func takePage(from position: Int64, _ writer: any SQLWriter) throws -> Int64? {
        let reading = EventReading(
            realm: realm,
            reader: writer,
            codec: log.codec,
            keys: SubjectKeys(realm: realm, ring: log.ring, randomness: log.randomness)
        )
        let events = try reading.events(from: position, limit: Self.pageLength)
        guard let last = events.last else { return nil }
        let run = ProjectionRun(writer: writer, projections: projections)
        for event in events { try run.take(event.taken(into: shadow)) }
        try run.finish()
        return last.position + 1
    }

    private func clear(_ realm: Realm, _ writer: any SQLWriter) throws {
        for projection in projections {
            for table in projection.tables { try writer.execute(table.clear(realm)) }
        }
    }
}

/// What the rows of a projection come to.
private enum ProjectionDigest {
    /// Over the rows in key order in a fixed text form: columns separated by U+001F, rows by U+001E.
    static func of(_ projection: any Projection, _ realm: Realm, _ reader: any SQLReader) throws -> Digest {
        var bytes: [UInt8] = []
        for table in projection.tables {
            bytes += Array("\(table.title)\u{1D}".utf8)
            for row in try reader.rows(table.rows(realm)) {
                for value in row.values {
                    bytes += text(of: value).utf8
                    bytes.append(0x1F)
                }
                bytes.append(0x1E)
            }
        }
        return SHA256Hash.of(bytes)
    }

    private static func text(of value: SQLValue) -> String {
        switch value {
        case .null: "null"
        case .integer(let number): "\(number)"
        case .real(let number): "\(number)"
        case .text(let text): "'\(text)"
        case .blob(let bytes): "x\(bytes)"
        }
    }
}
