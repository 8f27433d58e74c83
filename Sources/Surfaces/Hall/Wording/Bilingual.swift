import HTML

/// What can be said in both languages of the Hall.
protocol Bilingual: Sendable {
    var chinese: String { get }
    var english: String { get }
}

extension Bilingual {
    func said(in language: PageLanguage) -> String { language == .english ? english : chinese }
}

/// A table of what stands on a page, one line a label: both languages, or the build stops.
protocol LabelTable: Bilingual, CaseIterable {
    var words: (chinese: String, english: String) { get }
}

extension LabelTable {
    var chinese: String { words.chinese }
    var english: String { words.english }
}
