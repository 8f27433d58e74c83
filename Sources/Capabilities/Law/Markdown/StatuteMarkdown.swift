import Kernel

/// Reads a statute from Markdown: a title, notes on its life, then headings, articles, paragraphs and items.
///
/// The form: `# title`; notes such as 2019年4月23日 …修正 up to `<!-- INFO END -->`; `## 第一章 …`, `### 第一节 …`;
/// 第一条 …; further paragraphs one a line; （一）… for items, 1. … for subitems. Blank lines mean nothing.
package struct StatuteMarkdown {
    private var title = ""
    private var enactments: [Enactment] = []
    private var articles: [Article] = []
    private var headings: [String] = []
    private var unplaced: [UnplacedLine] = []
    private var isInNotes = true
    private var isSkipping = false

    private init() {}

    /// Reads the whole text.
    ///
    /// - Parameters:
    ///   - bytes: the file, UTF-8 with or without a byte order mark.
    ///   - fileName: gives title and day where the text has none: `网络数据安全管理条例(2024-09-24).md`.
    /// - Returns: the version and what of the file was not placed.
    /// - Throws: `LawError.notUTF8`, `LawError.noTitle` or `LawError.noArticle`.
    package static func read(_ bytes: some Sequence<UInt8>, fileName: String = "") throws(LawError) -> StatuteReading {
        let bytes = Array(bytes)
        guard bytes.count <= greatestBytes else { throw .tooLong(bytes: bytes.count, limit: greatestBytes) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var reader = StatuteMarkdown()
        // Without the mark the notes end at the first heading or article.
        let hasMark = lines.contains { StatuteLine($0) == .endOfNotes }
        for (index, line) in lines.enumerated() { reader.take(line, number: index + 1, hasMark: hasMark) }
        return try reader.finish(FileName(fileName))
    }

    /// Reads lines of the text proper, without title and notes; each is named by its own number.
    static func read(_ lines: [(number: Int, text: String)], title: String) throws(LawError) -> StatuteReading {
        var reader = StatuteMarkdown()
        (reader.title, reader.isInNotes) = (title, false)
        for line in lines { reader.take(line.text[...], number: line.number, hasMark: false) }
        return try reader.finish(FileName(""))
    }

    package static let greatestBytes = 4 << 20

    private mutating func take(_ raw: Substring, number: Int, hasMark: Bool) {
        let line = StatuteLine(raw)
        if isInNotes { isInNotes = isNote(line, hasMark: hasMark) }
        switch line {
        case .blank, .endOfNotes: return
        case .title(let name): title = title.isEmpty ? name : title
        case .heading(let depth, let name): open(depth, name)
        case .unknownHeading(let name): report(number, name, .unknownHeading)
        case .article(let article, let inserted, let rest): begin(article, inserted, rest, number)
        case .item(let item, let text): add(item, text, number)
        case .subitem(let text): addSubitem(text, number)
        case .text(let text): isInNotes ? note(text, number) : addParagraph(text, number)
        }
    }

    private func isNote(_ line: StatuteLine, hasMark: Bool) -> Bool {
        switch line {
        case .endOfNotes: false
        case .heading, .article: hasMark
        case .blank, .title, .unknownHeading, .item, .subitem, .text: true
        }
    }

    private mutating func note(_ text: String, _ line: Int) {
        guard let (day, rest) = ChineseDay.prefix(of: text) else { return report(line, text, .noteWithoutDay) }
        enactments.append(Enactment(on: day, kind: .shown(by: rest), text: rest))
    }

    private mutating func open(_ depth: Int, _ name: String) {
        // A chapter closes the section before it; a section without a chapter still stands below the part.
        headings = headings.filter { (StatuteMarkdown.depth(of: $0) ?? 1) < depth } + [name]
        isSkipping = false
    }

    private static func depth(of heading: String) -> Int? {
        guard case .heading(let depth, _) = StatuteLine("## \(heading)") else { return nil }
        return depth
    }

    private mutating func begin(_ number: Int, _ inserted: Int?, _ text: String, _ line: Int) {
        isSkipping = articles.contains { $0.number == number && $0.inserted == inserted }
        guard !isSkipping else { return report(line, text, .articleTwice(number: number)) }
        let last = articles.last?.number ?? 0
        let expected = inserted == nil ? last + 1 : last
        if number != expected { report(line, text, .articleOutOfOrder(expected: expected, found: number)) }
        articles.append(
            Article(
                number: number,
                inserted: inserted,
                headings: headings,
                paragraphs: text.isEmpty ? [] : [Paragraph(text)]
            )
        )
    }

    private mutating func addParagraph(_ text: String, _ line: Int) {
        guard !isSkipping, let last = articles.indices.last else { return report(line, text, .beforeFirstArticle) }
        articles[last].paragraphs.append(Paragraph(text))
    }

    private mutating func add(_ item: Int, _ text: String, _ line: Int) {
        guard !isSkipping, let last = articles.indices.last, let paragraph = articles[last].paragraphs.indices.last
        else { return report(line, text, .beforeFirstArticle) }
        let expected = (articles[last].paragraphs[paragraph].items.last?.number ?? 0) + 1
        if item != expected { report(line, text, .itemOutOfOrder(expected: expected, found: item)) }
        articles[last].paragraphs[paragraph].items.append(.init(item, text))
    }

    private mutating func addSubitem(_ text: String, _ line: Int) {
        guard !isSkipping, let last = articles.indices.last, let paragraph = articles[last].paragraphs.indices.last,
            let item = articles[last].paragraphs[paragraph].items.indices.last
        else { return isInNotes ? note(text, line) : addParagraph(text, line) }
        articles[last].paragraphs[paragraph].items[item].subitems.append(text)
    }

    private mutating func report(_ line: Int, _ text: String, _ reason: UnplacedLine.Reason) {
        unplaced.append(UnplacedLine(line: line, text: text, reason: reason))
    }

    private func finish(_ file: FileName) throws(LawError) -> StatuteReading {
        let name = title.isEmpty ? file.title : title
        guard !name.isEmpty else { throw .noTitle }
        guard name.count <= StatuteName.longest else { throw .titleTooLong(limit: StatuteName.longest) }
        guard !articles.isEmpty else { throw .noArticle(title: name) }
        let version = StatuteVersion(
            title: name,
            level: .shown(by: name, enactments),
            enactments: enactments,
            inForceFrom: inForceFrom ?? file.day,
            articles: articles
        )
        return StatuteReading(version: version, unplaced: unplaced)
    }

    /// The day the text names, unless a later change shows that it means the first version; then that change's day.
    private var inForceFrom: Day? {
        let changed = enactments.filter { $0.kind != .effective && $0.kind != .repealed }.map(\.on).max()
        let noted = enactments.last { $0.kind == .effective }?.on
        let written = articles.last?.paragraphs.lazy.compactMap { ChineseDay.inForce(in: $0.text) }.first
        return [noted, written].compactMap(\.self).first { day in changed.map { day >= $0 } ?? true } ?? changed
    }
}

/// Title and day of a file's name: `行政许可法(2019-04-23).md`.
private struct FileName {
    let title: String
    let day: Day?

    init(_ name: String) {
        let base = name.split(separator: "/").last.map(String.init) ?? ""
        let stem = base.hasSuffix(".md") ? String(base.dropLast(3)) : base
        let parts = stem.split { "()（）".contains($0) }
        title = parts.first.map(String.init) ?? ""
        day = parts.count > 1 ? Day(parts[1]) : nil
    }
}
