package import Database
import EventLog
import Kernel

/// Annual reports as lists need them; what they say is read from the events.
package enum InformationReportSchema {
    package static let migrations: [Migration] = [
        Migration(
            "2026_11_30_202_CreateInformationReport",
            [
                """
                CREATE TABLE information_report (
                    realm BIGINT NOT NULL,
                    agency TEXT NOT NULL,
                    year BIGINT NOT NULL,
                    division TEXT NOT NULL,
                    published_on TEXT NOT NULL,
                    PRIMARY KEY (realm, agency, year)
                )
                """,
                "CREATE INDEX information_report_by_year ON information_report (realm, year, division, agency)",
            ]
        )
    ]
}

/// One row an agency and year: when its report was published last.
struct InformationReportProjection: Projection {
    let name = "information reports"
    let version = 1
    let tables = [
        ProjectionTable(
            "information_report",
            rows: { realm in
                """
                SELECT agency, year, division, published_on
                  FROM information_report
                 WHERE realm = \(realm)
                 ORDER BY agency, year
                """
            }
        )
    ]

    func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard case .published(let publication)? = event.as(InformationReportEvent.self) else { return [] }
        let record = publication.record.value
        return [
            """
            DELETE FROM information_report
             WHERE realm = \(event.realm)
               AND agency = \(record.agency)
               AND year = \(record.year)
            """,
            """
            INSERT INTO information_report (realm, agency, year, division, published_on)
            VALUES (\(event.realm), \(record.agency), \(record.year), \(record.division), \(record.publishedOn))
            """,
        ]
    }
}
