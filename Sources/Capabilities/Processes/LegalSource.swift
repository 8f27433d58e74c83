/// Where a rule is written: a statute or document, and the article in it.
///
/// Text form: the name, then `§` and the article if there is one; a paragraph follows a dot, an item stands in
/// brackets: `行政许可法§34.3`, `行政许可法§32(四)`, `国办发〔2018〕118号`.
package struct LegalSource: Hashable, Sendable {
    package let law: String
    /// The article, or empty when the document as a whole is meant.
    package let article: String

    package init(_ text: String) {
        let parts = text.split(separator: "§", maxSplits: 1, omittingEmptySubsequences: false)
        law = parts.first.map(String.init) ?? ""
        article = parts.count > 1 ? String(parts[1]) : ""
    }

    /// The form of official documents: 《行政许可法》第三十四条第三款.
    package var chinese: String {
        guard !article.isEmpty else { return law }
        let name = law.hasSuffix("号") ? law : "《\(law)》"
        let digits = article.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), number > 0 else { return name + article }
        let text = "\(name)第\(ChineseNumeral.text(number))条"
        let rest = article.dropFirst(digits.count)
        return text + LegalSource.inArticle(rest)
    }

    /// Returns paragraph and item in words: `.1(一)` is 第一款第（一）项; what is neither stays as it is.
    private static func inArticle(_ rest: Substring) -> String {
        if rest.hasPrefix(".") {
            let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard let paragraph = Int(digits) else { return String(rest) }
            return "第\(ChineseNumeral.text(paragraph))款" + inArticle(rest.dropFirst(1 + digits.count))
        }
        guard rest.hasPrefix("("), rest.hasSuffix(")") else { return String(rest) }
        return "第（\(rest.dropFirst().dropLast())）项"
    }
}

extension LegalSource: CustomStringConvertible {
    package var description: String { article.isEmpty ? law : "\(law)§\(article)" }
}

extension LegalSource: ExpressibleByStringLiteral {
    package init(stringLiteral text: String) { self.init(text) }
}

extension LegalSource: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Numbers as statutes number their articles.
enum ChineseNumeral {
    /// Returns the numeral of a number from 1 to 9,999; digits outside that range.
    static func text(_ number: Int) -> String {
        guard (1...9_999).contains(number) else { return String(number) }
        let digits = Array("零一二三四五六七八九")
        var text = ""
        var rest = number
        var needsZero = false
        for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = rest / unit
            rest %= unit
            if digit == 0 {
                needsZero = !text.isEmpty && rest > 0
            } else {
                if needsZero { text += "零" }
                needsZero = false
                text += (unit == 10 && digit == 1 && text.isEmpty ? "" : String(digits[digit])) + name
            }
        }
        return text
    }
}
