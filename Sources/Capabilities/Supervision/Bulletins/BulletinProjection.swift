package import Database
package import EventLog
import Kernel

/// One row a bulletin that is public.
package struct BulletinProjection: Projection {
    package let name = "supervision bulletins"
    package let version = 1
    package let tables = [
        ProjectionTable(
            "supervision_bulletin",
            rows: { realm in
                """
                SELECT division, period, division_name, ends_on, published_on
                  FROM supervision_bulletin
                 WHERE realm = \(realm)
                 ORDER BY division, period
                """
            }
        )
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        switch event.as(BulletinEvent.self) {
        case .published(let published):
            let record = published.record.value
            let day = event.envelope.recordedAt.day
            return [
                """
                INSERT INTO supervision_bulletin (realm, division, period, division_name, ends_on, published_on)
                VALUES (\(event.realm), \(record.division), \(record.period.text), \(record.divisionName),
                        \(record.period.days.upperBound), \(day))
                    ON CONFLICT (realm, division, period)
                    DO UPDATE SET division_name = \(record.divisionName), published_on = \(day)
                """
            ]
        case .withdrawn:
            let key = event.envelope.stream.key.split(separator: ":", maxSplits: 1).map(String.init)
            guard key.count == 2 else { return [] }
            return [
                """
                DELETE FROM supervision_bulletin
                 WHERE realm = \(event.realm)
                   AND division = \(key[0])
                   AND period = \(key[1])
                """
            ]
        case .proposed, .reviewed, nil: return []
        }
    }
}

/// The bulletins that are public: a cache of the log.
let createSupervisionBulletins = Migration(
    "2026_11_28_480_CreateSupervisionBulletins",
    [
        """
        CREATE TABLE supervision_bulletin (
            realm BIGINT NOT NULL,
            division TEXT NOT NULL,
            period TEXT NOT NULL,
            division_name TEXT NOT NULL,
            ends_on TEXT NOT NULL,
            published_on TEXT NOT NULL,
            PRIMARY KEY (realm, division, period)
        )
        """,
        "CREATE INDEX supervision_bulletin_by_end ON supervision_bulletin (realm, ends_on, period, division)",
    ]
)
