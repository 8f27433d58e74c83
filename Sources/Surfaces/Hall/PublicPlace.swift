import HTML

/// Where a page of the Hall is for everybody: its one address, its languages, and what it is about.
struct PublicPlace: Sendable {
    /// The page's address in Chinese.
    private let path: String
    let language: PageLanguage
    /// Whether the page is there in English too.
    private let isBilingual: Bool
    /// Twelve digits; the region the page is of, when one was chosen.
    let region: String?
    /// In the terms of linked data.
    let subjects: [DataBlock]

    /// - Parameters:
    ///   - path: the one address, without what only turns pages or keeps what was typed.
    ///   - language: the language it is asked for in; `nil` for pages that are only in Chinese.
    ///   - region: the region it is of.
    ///   - subjects: what it is about.
    init(_ path: String, in language: PageLanguage? = nil, region: String? = nil, about subjects: [DataBlock] = []) {
        self.path = path
        self.language = language ?? .chinese
        isBilingual = language != nil
        self.region = region
        self.subjects = subjects
    }

    var address: String { PublicPlace.address(path, in: language) }

    /// The languages of the page, as `hreflang` writes them; nothing for a page in one.
    var alternates: [(language: String, address: String)] {
        guard isBilingual else { return [] }
        return PageLanguage.allCases.map { ($0.rawValue, PublicPlace.address(path, in: $0)) } + [("x-default", path)]
    }

    /// The page in the other language.
    var other: (language: PageLanguage, address: String)? {
        guard isBilingual else { return nil }
        let other: PageLanguage = language == .chinese ? .english : .chinese
        return (other, PublicPlace.address(path, in: other))
    }

    /// The same address in a language: Chinese is what is meant without a word.
    static func address(_ path: String, in language: PageLanguage) -> String {
        switch language {
        case .chinese: path
        case .english: path + (path.contains("?") ? "&" : "?") + "lang=en"
        }
    }
}

extension PageLanguage {
    /// The language an address asks for; anything unknown is Chinese.
    init(asked word: String?) { self = word.flatMap(PageLanguage.init(rawValue:)) ?? .chinese }
}
