/// A place in a statute: 第二十六条第一款第（二）项, short `26.1.2`.
///
/// The short form takes articles inserted later as `26-1` (第二十六条之一) and leaves the paragraph out as `26..2`;
/// an item may also stand in brackets: `26(二)`.
package struct ArticleReference: Hashable, Sendable {
    /// 条, from 1.
    package let article: Int
    /// 之一 is 1; `nil` for an ordinary article.
    package let inserted: Int?
    /// 款, from 1.
    package let paragraph: Int?
    /// 项, from 1.
    package let item: Int?

    package init(_ article: Int, inserted: Int? = nil, paragraph: Int? = nil, item: Int? = nil) {
        self.article = article
        self.inserted = inserted
        self.paragraph = paragraph
        self.item = item
    }

    /// Returns `nil` unless `text` is the Chinese or the short form.
    package init?(_ text: some StringProtocol) {
        let plain = String(text.filter { !$0.isWhitespace })
        if plain.first?.isASCII == true {
            self.init(short: plain)
        } else {
            self.init(chinese: plain)
        }
    }

    /// The article without paragraph and item.
    package var whole: ArticleReference { ArticleReference(article, inserted: inserted) }

    /// `26.1.2`, the form of keys and files.
    package var short: String {
        var text = ArticleKey.text(article, inserted: inserted)
        if paragraph != nil || item != nil { text += ".\(paragraph.map(String.init) ?? "")" }
        if let item { text += ".\(item)" }
        return text
    }

    /// 第二十六条第一款第（二）项, the form of documents.
    package var chinese: String {
        var text = "第\(ChineseNumeral.text(article))条"
        if let inserted { text += "之\(ChineseNumeral.text(inserted))" }
        if let paragraph { text += "第\(ChineseNumeral.text(paragraph))款" }
        if let item { text += "第（\(ChineseNumeral.text(item))）项" }
        return text
    }

    private init?(short text: String) {
        if let bracket = text.firstIndex(where: { $0 == "(" || $0 == "（" }), text.hasSuffix(")") || text.hasSuffix("）")
        {
            let item = ChineseNumeral.value(text[text.index(after: bracket)...].dropLast())
            guard let item, let place = ArticleReference(short: String(text[..<bracket])), place.item == nil else {
                return nil
            }
            self.init(place.article, inserted: place.inserted, paragraph: place.paragraph, item: item)
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), let key = ArticleKey(parts[0]) else { return nil }
        guard let paragraph = ArticleReference.part(parts, 1), let item = ArticleReference.part(parts, 2) else {
            return nil
        }
        self.init(key.article, inserted: key.inserted, paragraph: paragraph.number, item: item.number)
    }

    /// A part that is left out is fine, one that is no number is not.
    private static func part(_ parts: [Substring], _ index: Int) -> (number: Int?, Void)? {
        guard index < parts.count, !parts[index].isEmpty else { return (nil, ()) }
        guard let number = Int(parts[index]), (1...9999).contains(number) else { return nil }
        return (number, ())
    }

    private init?(chinese text: String) {
        var rest = Substring(text)
        guard let article = ArticleReference.numeral(&rest, mark: "条") else { return nil }
        var inserted: Int?
        if rest.hasPrefix("之") {
            let digits = rest.dropFirst().prefix(while: ChineseNumeral.contains)
            guard let number = ChineseNumeral.value(digits) else { return nil }
            inserted = number
            rest = rest.dropFirst(1 + digits.count)
        }
        let paragraph = ArticleReference.numeral(&rest, mark: "款")
        let item = ArticleReference.numeral(&rest, mark: "项")
        guard rest.isEmpty else { return nil }
        self.init(article, inserted: inserted, paragraph: paragraph, item: item)
    }

    /// Takes 第N条 (or 第（N）项) off the front of `rest`; leaves it alone when it is something else.
    private static func numeral(_ rest: inout Substring, mark: Character) -> Int? {
        guard rest.first == "第" else { return nil }
        var tail = rest.dropFirst()
        let isBracketed = tail.first == "（" || tail.first == "("
        if isBracketed { tail = tail.dropFirst() }
        let digits = tail.prefix { ChineseNumeral.contains($0) || ($0.isASCII && $0.isNumber) }
        tail = tail.dropFirst(digits.count)
        if isBracketed {
            guard tail.first == "）" || tail.first == ")" else { return nil }
            tail = tail.dropFirst()
        }
        guard tail.first == mark, let number = ChineseNumeral.value(digits) else { return nil }
        rest = tail.dropFirst()
        return number
    }
}

extension ArticleReference: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let reference = ArticleReference(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected an article as 26.1, found \(text)")
            )
        }
        self = reference
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(short)
    }
}

/// The key of one article within a statute: `26`, or `26-1` for 第二十六条之一.
struct ArticleKey {
    let article: Int
    let inserted: Int?

    /// Returns `nil` unless `text` is a number with at most one insertion.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard (1...2).contains(parts.count), numbers.count == parts.count,
            numbers.allSatisfy((1...9999).contains)
        else { return nil }
        article = numbers[0]
        inserted = numbers.count == 2 ? numbers[1] : nil
    }

    static func text(_ article: Int, inserted: Int?) -> String {
        inserted.map { "\(article)-\($0)" } ?? String(article)
    }
}
