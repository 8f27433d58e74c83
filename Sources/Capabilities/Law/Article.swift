/// One article (条) with its paragraphs.
package struct Article: Hashable, Sendable, Codable {
    /// 条, from 1.
    package let number: Int
    /// 之一 is 1; `nil` for an ordinary article.
    package let inserted: Int?
    /// The headings above it, outermost first: 第四章 行政许可的实施程序, 第三节 期限.
    package let headings: [String]
    package internal(set) var paragraphs: [Paragraph]

    package init(number: Int, inserted: Int? = nil, headings: [String] = [], paragraphs: [Paragraph]) {
        self.number = number
        self.inserted = inserted
        self.headings = headings
        self.paragraphs = paragraphs
    }

    package var reference: ArticleReference { ArticleReference(number, inserted: inserted) }

    /// Its key within the statute: `26` or `26-1`.
    package var key: String { ArticleKey.text(number, inserted: inserted) }

    /// Returns the lines of the cited place, or `nil` when the article has no such paragraph or item.
    ///
    /// A place without paragraph in an article of one paragraph means that one; an item is looked for in all
    /// paragraphs when none is named. The lead-in of an item is given with it.
    package func lines(at reference: ArticleReference) -> [String]? {
        guard reference.article == number, reference.inserted == inserted else { return nil }
        var chosen = paragraphs
        if let paragraph = reference.paragraph {
            guard paragraphs.indices.contains(paragraph - 1) else { return nil }
            chosen = [paragraphs[paragraph - 1]]
        }
        guard let item = reference.item else { return chosen.flatMap(\.lines) }
        guard let holder = chosen.first(where: { $0.items.contains { $0.number == item } }),
            let found = holder.items.first(where: { $0.number == item })
        else { return nil }
        return [holder.text] + found.lines
    }
}

/// One paragraph (款), with the items (项) that follow its lead-in.
package struct Paragraph: Hashable, Sendable, Codable {
    package let text: String
    package internal(set) var items: [Item]

    package init(_ text: String, items: [Item] = []) {
        self.text = text
        self.items = items
    }

    package var lines: [String] { [text] + items.flatMap(\.lines) }

    /// One item (项), with its subitems (目).
    package struct Item: Hashable, Sendable, Codable {
        package let number: Int
        package let text: String
        /// 目, each with its number as written.
        package internal(set) var subitems: [String]

        package init(_ number: Int, _ text: String, subitems: [String] = []) {
            self.number = number
            self.text = text
            self.subitems = subitems
        }

        package var lines: [String] { ["（\(ChineseNumeral.text(number))）\(text)"] + subitems }
    }
}
