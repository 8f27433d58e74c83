/// What a power rests on: a statute by name, and the place in it.
///
/// Annexes are cited too (a decision of the State Council lists items in annexes), so the place may be free text.
package struct LegalBasis: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
        case whole
        case article(ArticleReference)
        /// An annex or another place that is no article: 附件2-37.
        case other(String)
    }

    /// The statute's name as cited, without 《》: 中华人民共和国行政许可法.
    package let law: String
    package let place: Place

    package init(law: String, place: Place = .whole) {
        self.law = law
        self.place = place
    }

    package init(_ law: String, _ article: Int, paragraph: Int? = nil, item: Int? = nil) {
        self.init(law: law, place: .article(ArticleReference(article, paragraph: paragraph, item: item)))
    }

    /// Reads `行政许可法#26.1`, `行政许可法§26.1`, `《行政许可法》第二十六条第一款` or a bare name; `nil` without a name.
    package init?(_ text: some StringProtocol) {
        let trimmed = StatuteText.trimmed(text)
        if let mark = trimmed.firstIndex(where: { $0 == "#" || $0 == "§" }) {
            self.init(name: trimmed[..<mark], place: trimmed[trimmed.index(after: mark)...])
        } else if trimmed.first == "《", let end = trimmed.lastIndex(of: "》") {
            self.init(name: trimmed[...end], place: trimmed[trimmed.index(after: end)...])
        } else if let mark = LegalBasis.articleStart(in: trimmed) {
            self.init(name: trimmed[..<mark], place: trimmed[mark...])
        } else {
            self.init(name: Substring(trimmed), place: "")
        }
    }

    /// The statute's key in the library: the same for 《中华人民共和国行政许可法》 and 行政许可法.
    package var statute: String { StatuteName.key(law) }

    /// `行政许可法#26.1`, as files carry it.
    package var short: String {
        switch place {
        // A name that itself names an article would be read as a citation of it.
        case .whole: law.contains("第") ? "\(law)#" : law
        case .article(let reference): "\(law)#\(reference.short)"
        case .other(let text): "\(law)#\(text)"
        }
    }

    /// 《行政许可法》第二十六条第一款, as documents cite it.
    package var chinese: String {
        switch place {
        case .whole: "《\(law)》"
        case .article(let reference): "《\(law)》\(reference.chinese)"
        case .other(let text): "《\(law)》\(text)"
        }
    }

    /// Reads a list with `;` or `；` between the citations; what cannot be read is returned apart.
    package static func list(_ text: String) -> (bases: [LegalBasis], unread: [String]) {
        var bases: [LegalBasis] = []
        var unread: [String] = []
        for part in text.split(whereSeparator: { $0 == ";" || $0 == "；" }) {
            if let basis = LegalBasis(part) { bases.append(basis) } else { unread.append(String(part)) }
        }
        return (bases, unread)
    }

    private init?(name: Substring, place: Substring) {
        let law = StatuteText.trimmed(name.filter { $0 != "《" && $0 != "》" })
        guard !law.isEmpty, law.count <= StatuteName.longest else { return nil }
        let trimmed = StatuteText.trimmed(place)
        if trimmed.isEmpty {
            self.init(law: law)
        } else if let reference = ArticleReference(trimmed) {
            self.init(law: law, place: .article(reference))
        } else {
            self.init(law: law, place: .other(trimmed))
        }
    }

    /// The first 第 behind which a number and 条 stand.
    private static func articleStart(in text: String) -> String.Index? {
        text.indices.first { index in
            guard text[index] == "第" else { return false }
            let tail = text[text.index(after: index)...]
            let digits = tail.prefix(while: ChineseNumeral.contains)
            return !digits.isEmpty && tail.dropFirst(digits.count).first == "条"
        }
    }
}

/// One text, as files carry it: `行政许可法#26.1`.
extension LegalBasis: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let basis = LegalBasis(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected a statute's name, found \(text)")
            )
        }
        self = basis
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(short)
    }
}
