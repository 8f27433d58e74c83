import Database
package import EventLog

/// Which lists are published, so that they are found without the log.
struct PublishedListProjection: Projection {
    let name = "publishedLists"
    let version = 1
    let tables = [
        ProjectionTable(
            "published_list",
            rows: { realm in
                "SELECT kind, division, published_on FROM published_list WHERE realm = \(realm) ORDER BY kind, division"
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard case .published(let published)? = event.as(PublishedListEvent.self) else { return [] }
        return [
            """
            INSERT INTO published_list (realm, kind, division, published_on)
            VALUES (\(event.realm), \(published.kind.rawValue), \(published.division), \(published.on.value))
                ON CONFLICT (realm, kind, division)
                DO UPDATE SET published_on = excluded.published_on
            """
        ]
    }
}

extension EventReading {
    /// Returns the lists of a kind as they were last published, by division.
    package func publishedLists(_ kind: ListKind) throws -> [PublishedList] {
        let divisions: [Division.Code] = try reader.rows(
            """
            SELECT division
              FROM published_list
             WHERE realm = \(realm)
               AND kind = \(kind.rawValue)
             ORDER BY division
            """
        ).map { row in try row["division"] }
        return try divisions.map { try state(PublishedList.self, PublishedList.key(kind, $0)).state }
    }
}
