package import Kernel

/// The text of a statute as one adoption or amendment left it.
package struct StatuteVersion: Hashable, Sendable, Codable {
    /// The full name: 中华人民共和国行政许可法.
    package let title: String
    package let level: LawLevel?
    /// The body that made it, where whoever brought it in said so; see `shownIssuer`.
    package let issuer: String?
    /// The document that promulgated it, where whoever brought it in said so; see `shownNumber`.
    package let documentNumber: String?
    /// The notes on its life, in the order of the text.
    package let enactments: [Enactment]
    /// The first day it applies, as far as the text shows it.
    package let inForceFrom: Day?
    package let articles: [Article]

    package init(
        title: String,
        level: LawLevel?,
        issuer: String? = nil,
        documentNumber: String? = nil,
        enactments: [Enactment],
        inForceFrom: Day?,
        articles: [Article]
    ) {
        self.title = title
        self.level = level
        self.issuer = issuer
        self.documentNumber = documentNumber
        self.enactments = enactments
        self.inForceFrom = inForceFrom
        self.articles = articles
    }

    package var key: String { StatuteName.key(title) }

    package func article(_ reference: ArticleReference) -> Article? {
        articles.first { $0.number == reference.article && $0.inserted == reference.inserted }
    }

    /// How many of each part the text has.
    package var counts: StatuteCounts {
        let paragraphs = articles.flatMap(\.paragraphs)
        let items = paragraphs.flatMap(\.items)
        let headings = articles.map(\.headings)
        return StatuteCounts(
            chapters: Set(headings.flatMap { $0.filter { $0.isHeading(of: "章") } }).count,
            // A section's name repeats between chapters, so it counts with what stands above it.
            sections: Set(headings.filter { $0.last?.isHeading(of: "节") == true }).count,
            articles: articles.count,
            paragraphs: paragraphs.count,
            items: items.count,
            subitems: items.reduce(0) { $0 + $1.subitems.count }
        )
    }
}

/// How many 章, 节, 条, 款, 项 and 目 a text has.
package struct StatuteCounts: Hashable, Sendable, Codable {
    package let chapters: Int
    package let sections: Int
    package let articles: Int
    package let paragraphs: Int
    package let items: Int
    package let subitems: Int

    package init(chapters: Int, sections: Int, articles: Int, paragraphs: Int, items: Int, subitems: Int) {
        self.chapters = chapters
        self.sections = sections
        self.articles = articles
        self.paragraphs = paragraphs
        self.items = items
        self.subitems = subitems
    }
}

extension String {
    /// Whether this is 第…章, 第…节 or the like, with a name behind it.
    fileprivate func isHeading(of mark: Character) -> Bool {
        hasPrefix("第") && dropFirst().drop(while: ChineseNumeral.contains).first == mark
    }
}
