import Database
package import EventLog
package import Kernel

/// One version in the library, as lists show it.
package struct ImportedStatute: Hashable, Sendable {
    package let statute: String
    package let number: Int
    package let title: String
    package let level: LawLevel?
    package let issuer: String?
    package let documentNumber: String?
    package let inForceFrom: Day?
    package let articleCount: Int
}

extension EventReading {
    /// Returns the versions in the library, by statute and number; `statute` narrows to one by its key.
    package func importedStatutes(_ statute: String? = nil) throws -> [ImportedStatute] {
        let narrowed: SQL = if let statute { "AND statute = \(statute)" } else { "" }
        return try reader.rows(
            """
            SELECT statute, number, title, level, issuer, document_number, in_force_from, article_count
              FROM statute
             WHERE realm = \(realm)
                   \(narrowed)
             ORDER BY statute, number
            """
        ).map { row in
            ImportedStatute(
                statute: try row["statute"],
                number: try row["number"],
                title: try row["title"],
                level: (try row["level"] as String?).flatMap { LawLevel(rawValue: $0) },
                issuer: try row["issuer"],
                documentNumber: try row["document_number"],
                inForceFrom: try row["in_force_from"],
                articleCount: try row["article_count"]
            )
        }
    }
}
