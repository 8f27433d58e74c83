import CanonicalJSON
package import Database
package import EventLog
import Kernel

/// The library as rows: one a version of a statute, one an article of it.
package struct StatuteProjection: Projection {
    package let name = "statute"
    package let version = 3
    package let tables = [
        ProjectionTable(
            "statute",
            rows: { realm in
                """
                SELECT statute, number, title, level, issuer, document_number, in_force_from, article_count, taken_on, digest, position
                  FROM statute
                 WHERE realm = \(realm)
                 ORDER BY statute, number
                """
            }
        ),
        ProjectionTable(
            "article",
            rows: { realm in
                """
                SELECT statute, number, article, ordinal, heading, content
                  FROM article
                 WHERE realm = \(realm)
                 ORDER BY statute, number, article
                """
            }
        ),
    ]

    package init() {}

    package func statements(for event: RecordedEvent, own: any SQLReader) throws -> [SQL] {
        guard case .versionImported(let imported)? = event.as(StatuteEvent.self) else { return [] }
        let version = imported.version.value
        let key = event.envelope.stream.key
        let number = imported.number.value
        let row: SQL = """
            INSERT INTO statute (realm, statute, number, title, level, issuer, document_number, in_force_from,
                                 article_count, taken_on, digest, position)
            VALUES (\(event.realm), \(key), \(number), \(version.title), \((version.level?.rawValue).sqlValue),
                    \(version.shownIssuer.sqlValue), \(version.shownNumber.sqlValue),
                    \(version.inForceFrom.sqlValue), \(version.articles.count), \(event.envelope.occurred.at.day),
                    \(imported.digest.value), \(event.position))
            """
        let articles = try version.articles.enumerated().map { ordinal, article -> SQL in
            let content = String(decoding: try CanonicalEncoder().encode(article), as: UTF8.self)
            return """
                INSERT INTO article (realm, statute, number, article, ordinal, heading, content)
                VALUES (\(event.realm), \(key), \(number), \(article.key), \(ordinal),
                        \(article.headings.joined(separator: " / ")), \(content))
                """
        }
        return [row] + articles
    }
}
