import CanonicalJSON
import Database
package import EventLog
package import Kernel

/// A place in the library where a text stands.
package struct FoundArticle: Hashable, Sendable {
    package let statute: String
    package let title: String
    package let reference: ArticleReference
    /// The line that has the text.
    package let line: String
}

extension EventReading {
    /// Returns the articles that hold a text, in the versions that apply on `day`, by statute and place.
    ///
    /// - Parameters:
    ///   - text: what is looked for, within one line of an article.
    ///   - day: the day whose versions are read; of a statute that has none yet, nothing.
    ///   - limit: how many articles are looked at.
    /// - Returns: one line an article.
    /// - Throws: `DatabaseError`.
    package func articles(holding text: String, on day: Day, limit: Int) throws -> [FoundArticle] {
        try reader.rows(
            """
            SELECT s.statute, s.title, a.content
              FROM statute AS s
              JOIN article AS a
                ON a.realm = s.realm
               AND a.statute = s.statute
               AND a.number = s.number
             WHERE s.realm = \(realm)
               AND a.content LIKE \(StatutePattern.holding(text)) ESCAPE '\\'
               AND s.number = (
                   SELECT MAX(later.number)
                     FROM statute AS later
                    WHERE later.realm = s.realm
                      AND later.statute = s.statute
                      AND later.in_force_from <= \(day)
                   )
             ORDER BY s.statute, a.ordinal, a.article
             LIMIT \(limit)
            """
        ).compactMap { row -> FoundArticle? in
            let article = try CanonicalDecoder().decode(Article.self, from: Array((row["content"] as String).utf8))
            let lines: [String] = article.paragraphs.flatMap { $0.lines }
            guard let line = lines.first(where: { $0.contains(text) }) else { return nil }
            return FoundArticle(
                statute: try row["statute"],
                title: try row["title"],
                reference: article.reference,
                line: line
            )
        }
    }
}

/// What `LIKE` compares with.
enum StatutePattern {
    /// Anything with the text in it, its own signs taken as they are; `\` is the escape.
    static func holding(_ text: String) -> String {
        var pattern = "%"
        for sign in text {
            if sign == "%" || sign == "_" || sign == "\\" { pattern.append("\\") }
            pattern.append(sign)
        }
        return pattern + "%"
    }
}
