import Kernel

/// What one line of a statute's file is, by its own form.
enum StatuteLine: Hashable {
    case blank
    case title(String)
    /// The end of the notes: `<!-- INFO END -->`.
    case endOfNotes
    /// 编 is 0, 章 is 1, 节 is 2.
    case heading(depth: Int, String)
    case unknownHeading(String)
    case article(number: Int, inserted: Int?, rest: String)
    case item(Int, String)
    case subitem(String)
    case text(String)

    init(_ raw: some StringProtocol) {
        let line = StatuteText.trimmed(raw)
        if line.isEmpty {
            self = .blank
        } else if line.hasPrefix("<!--") {
            self = line.contains("INFO END") ? .endOfNotes : .blank
        } else if line.hasPrefix("#") {
            self = StatuteLine.heading(line)
        } else if let article = StatuteLine.article(line) {
            self = article
        } else if let item = StatuteLine.item(line) {
            self = item
        } else {
            self = StatuteLine.isSubitem(line) ? .subitem(line) : .text(line)
        }
    }

    private static func heading(_ line: String) -> StatuteLine {
        let marks = line.prefix { $0 == "#" }.count
        let name = StatuteText.trimmed(line.dropFirst(marks))
        if marks == 1 { return .title(name) }
        guard name.hasPrefix("第") else {
            return name.filter({ !$0.isWhitespace }) == "附则" ? .heading(depth: 1, name) : .unknownHeading(name)
        }
        let mark = name.dropFirst().drop(while: ChineseNumeral.contains).first
        guard let depth = [Character("编"), "章", "节"].firstIndex(where: { $0 == mark }) else {
            return .unknownHeading(name)
        }
        return .heading(depth: depth, name)
    }

    /// 第二十六条 and, behind white space, the text; 第二十六条的规定… is a citation, not an article.
    private static func article(_ line: String) -> StatuteLine? {
        guard line.hasPrefix("第") else { return nil }
        let digits = line.dropFirst().prefix(while: ChineseNumeral.contains)
        var rest = line.dropFirst(1 + digits.count)
        guard rest.first == "条", let number = ChineseNumeral.value(digits) else { return nil }
        rest = rest.dropFirst()
        var inserted: Int?
        if rest.first == "之" {
            let digits = rest.dropFirst().prefix(while: ChineseNumeral.contains)
            guard let value = ChineseNumeral.value(digits) else { return nil }
            inserted = value
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let next = rest.first else { return .article(number: number, inserted: inserted, rest: "") }
        guard next.isWhitespace else { return nil }
        return .article(number: number, inserted: inserted, rest: StatuteText.trimmed(rest))
    }

    /// （一） or (一), whole or half width.
    private static func item(_ line: String) -> StatuteLine? {
        guard line.first == "（" || line.first == "(" else { return nil }
        let digits = line.dropFirst().prefix(while: ChineseNumeral.contains)
        let rest = line.dropFirst(1 + digits.count)
        guard rest.first == "）" || rest.first == ")", let number = ChineseNumeral.value(digits) else { return nil }
        return .item(number, StatuteText.trimmed(rest.dropFirst()))
    }

    /// 1. or 1． or 1、 in front of text.
    private static func isSubitem(_ line: String) -> Bool {
        let digits = line.prefix { $0.isWholeNumber && ($0.isASCII || ("０"..."９").contains($0)) }
        guard (1...2).contains(digits.count), let mark = line.dropFirst(digits.count).first else { return false }
        return mark == "." || mark == "．" || mark == "、"
    }
}
