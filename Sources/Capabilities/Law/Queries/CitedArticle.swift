import CanonicalJSON
import Database
package import EventLog
package import Kernel

/// What a citation leads to: the words of the statute, our gist of them, or nothing yet.
package enum CitedArticle: Hashable, Sendable {
    /// The text of the cited place, one element a line, from the version with that number and title.
    case text(title: String, version: Int, inForceFrom: Day?, lines: [String])
    /// 要旨: one sentence of ours.
    case gist(String)
    /// Neither imported nor summarized.
    case unknown
}

extension EventReading {
    /// Returns what each citation leads to on `day`, in their order.
    ///
    /// The version in force on `day` is taken; if none was yet, the oldest there is.
    ///
    /// - Parameters:
    ///   - bases: the citations.
    ///   - day: the day for which the words count.
    ///   - gists: our own sentences, for what is not imported.
    /// - Returns: one answer a citation.
    /// - Throws: `DatabaseError`.
    package func citedArticles(_ bases: [LegalBasis], on day: Day, gists: LawGists) throws -> [CitedArticle] {
        try bases.map { basis in
            guard case .article(let reference) = basis.place,
                let row = try article(reference, of: basis.statute, on: day)
            else { return gists[basis].map(CitedArticle.gist) ?? .unknown }
            let article = try CanonicalDecoder().decode(Article.self, from: Array((row["content"] as String).utf8))
            guard let lines = article.lines(at: reference) else {
                return gists[basis].map(CitedArticle.gist) ?? .unknown
            }
            return .text(
                title: try row["title"],
                version: try row["number"],
                inForceFrom: try row["in_force_from"],
                lines: lines
            )
        }
    }

    private func article(_ reference: ArticleReference, of statute: String, on day: Day) throws -> Row? {
        guard let number = try versionNumber(of: statute, on: day) else { return nil }
        return try reader.firstRow(
            """
            SELECT s.number, s.title, s.in_force_from, a.content
              FROM statute AS s
              JOIN article AS a
                ON a.realm = s.realm
               AND a.statute = s.statute
               AND a.number = s.number
             WHERE s.realm = \(realm)
               AND s.statute = \(statute)
               AND s.number = \(number)
               AND a.article = \(reference.whole.short)
            """
        )
    }

    /// The last version that began by `day`, a correction before what it corrects; else the oldest.
    private func versionNumber(of statute: String, on day: Day) throws -> Int? {
        try reader.value(
            """
            SELECT number
              FROM statute
             WHERE realm = \(realm)
               AND statute = \(statute)
             ORDER BY CASE WHEN in_force_from <= \(day) THEN 0 ELSE 1 END,
                      CASE WHEN in_force_from <= \(day) THEN in_force_from ELSE '' END DESC,
                      COALESCE(in_force_from, ''),
                      number DESC
             LIMIT 1
            """
        )
    }
}
