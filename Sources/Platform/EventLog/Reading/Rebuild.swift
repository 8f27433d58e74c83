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
    /// Rebuilds every projection of the realm from the log, in one transaction.
    ///
    /// With `keeping` false the result is only compared and nothing changes.
    package func rebuild(_ realm: Realm, keeping: Bool) async throws -> [ProjectionReport] {
        let projections = projections.filter { !$0.tables.isEmpty }
        do {
            return try await database.write { [codec, ring, randomness] writer in
                let reading = EventReading(
                    realm: realm,
                    reader: writer,
                    codec: codec,
                    keys: SubjectKeys(realm: realm, ring: ring, randomness: randomness)
                )
                let stored = try projections.map { try EventLog.digest(of: $0, realm, writer) }
                for projection in projections {
                    for table in projection.tables { try writer.execute(table.clear(realm)) }
                }
                let run = ProjectionRun(writer: writer, projections: projections)
                var position: Int64 = 0
                while true {
                    let events = try reading.events(from: position, limit: 500)
                    for event in events { try run.take(event) }
                    guard let last = events.last else { break }
                    position = last.position + 1
                }
                try run.finish()
                let reports = try zip(projections, stored).map { projection, stored in
                    ProjectionReport(
                        name: projection.name,
                        stored: stored,
                        rebuilt: try EventLog.digest(of: projection, realm, writer)
                    )
                }
                guard keeping else { throw ComparedOnly(reports: reports) }
                for projection in projections {
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
        } catch let compared as ComparedOnly {
            return compared.reports
        }
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

    /// Thrown to roll the comparison back.
    private struct ComparedOnly: Error {
        let reports: [ProjectionReport]
    }

    /// The rows in key order in a fixed text form: columns separated by U+001F, rows by U+001E.
    private static func digest(of projection: any Projection, _ realm: Realm, _ reader: any SQLReader) throws -> Digest
    {
        var bytes: [UInt8] = []
        for table in projection.tables {
            bytes += Array("\(table.name)\u{1D}".utf8)
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
