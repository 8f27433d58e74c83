import Interchange
import Kernel

/// Reads statutes from a list, a row an article: 名称, 条, 内容, and what else is known of the text.
///
/// 位阶, 制定机关, 文号, 公布日期 and 施行日期 are those of the statute and stand in its first row; further rows repeat them or
/// leave them empty. 章节 names the headings above the article, outermost first, one a line. Paragraphs and items of an
/// article are lines of its cell.
struct StatuteTable {
    private enum Column: String, CaseIterable {
        case name = "名称"
        case level = "位阶"
        case issuer = "制定机关"
        case number = "文号"
        case promulgated = "公布日期"
        case inForce = "施行日期"
        case headings = "章节"
        case article = "条"
        case text = "内容"

        static let needed = [name, article, text].map(\.rawValue)
        /// Those that say something of the whole statute.
        static let ofStatute = [level, issuer, number, promulgated, inForce]
    }

    /// One statute as its rows give it.
    private struct Rows {
        let name: String
        var stated: [Column: String] = [:]
        var lines: [(number: Int, text: String)] = []
        var headings: [String] = []
    }

    /// Reads the list.
    ///
    /// - Throws: `LawError.unreadableList` with the row, counted as `CSVRow` and workbooks do.
    static func read(_ bytes: [UInt8]) throws(LawError) -> [StatuteReading] {
        let statutes = try statutes(in: bytes)
        guard !statutes.isEmpty else { throw .unreadableList(row: 1, expected: "法律条文，每行一条", found: "没有") }
        var readings: [StatuteReading] = []
        for rows in statutes {
            let reading = try StatuteMarkdown.read(rows.lines, title: rows.name)
            readings.append(reading.stating(try statement(rows)))
        }
        return readings
    }

    private static func statutes(in bytes: [UInt8]) throws(LawError) -> [Rows] {
        let isWorkbook = Spreadsheet.isArchive(bytes)
        let text = isWorkbook ? bytes : try decoded(bytes)
        do {
            var table = try ListTable(text, needs: Column.needed)
            var statutes: [Rows] = []
            while let record = try table.next() {
                try take(record, into: &statutes)
            }
            return statutes
        } catch let error as LawError {
            throw error
        } catch let fault as CSVFault {
            throw .unreadableList(row: fault.row, expected: "逗号分隔的清单", found: fault.rule.chinese)
        } catch let fault as SpreadsheetFault {
            throw .unreadableList(row: 1, expected: "含有法律条文的工作簿", found: words(of: fault))
        } catch {
            throw .unreadableList(row: 1, expected: "清单", found: "\(error)")
        }
    }

    private static func words(of fault: SpreadsheetFault) -> String {
        if case .columnMissing(let name) = fault { "表头缺少“\(name)”一栏" } else { "不能读出" }
    }

    private static func decoded(_ bytes: [UInt8]) throws(LawError) -> [UInt8] {
        let text = ChineseText(bytes, declared: nil)
        guard text.fault == nil else { throw .notUTF8 }
        return text.bytes
    }

    private static func take(_ record: ListTable.Record, into statutes: inout [Rows]) throws(LawError) {
        func cell(_ column: Column) -> String { StatuteText.trimmed(record[column.rawValue] ?? "") }
        let name = cell(.name)
        if Column.allCases.allSatisfy({ cell($0).isEmpty }) { return }
        if !name.isEmpty, name != statutes.last?.name { statutes.append(Rows(name: name)) }
        guard let last = statutes.indices.last else {
            throw .unreadableList(row: record.number, expected: "第一行写明名称", found: "没有")
        }
        for column in Column.ofStatute where !cell(column).isEmpty {
            let earlier = statutes[last].stated.updateValue(cell(column), forKey: column)
            guard earlier == nil || earlier == cell(column) else {
                throw .unreadableList(
                    row: record.number,
                    expected: "同一部法律的\(column.rawValue)为“\(earlier ?? "")”",
                    found: "“\(cell(column).prefix(40))”"
                )
            }
        }
        let headings = lines(of: cell(.headings))
        if !headings.isEmpty, headings != statutes[last].headings {
            statutes[last].headings = headings
            statutes[last].lines += headings.map { (record.number, "## \($0)") }
        }
        let text = lines(of: cell(.text))
        guard let mark = articleMark(cell(.article)) else {
            throw .unreadableList(
                row: record.number,
                expected: "条的序号，如“第一条”“1”“第十二条之一”",
                found: "“\(cell(.article).prefix(20))”"
            )
        }
        statutes[last].lines.append((record.number, "\(mark)　\(text.first ?? "")"))
        statutes[last].lines += text.dropFirst().map { (record.number, $0) }
    }

    private static func lines(of cell: String) -> [String] {
        cell.split(whereSeparator: \.isNewline).map { StatuteText.trimmed($0) }.filter { !$0.isEmpty }
    }

    /// Returns 第十二条之一 for 第十二条之一, 十二之一, 12之1 and 12-1; `nil` for anything else.
    private static func articleMark(_ text: String) -> String? {
        let bare = text.filter { !$0.isWhitespace && $0 != "第" && $0 != "条" }
        let parts = bare.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "之" || $0 == "-" }
        guard let number = ChineseNumeral.value(parts[0]) else { return nil }
        let mark = "第\(ChineseNumeral.text(number))条"
        guard parts.count > 1 else { return mark }
        return ChineseNumeral.value(parts[1]).map { "\(mark)之\(ChineseNumeral.text($0))" }
    }

    private static func statement(_ rows: Rows) throws(LawError) -> StatuteStatement {
        let row = rows.lines.first?.number ?? 1
        func day(_ column: Column) throws(LawError) -> Day? {
            guard let text = rows.stated[column] else { return nil }
            guard let day = Day(text) ?? ChineseDay.prefix(of: text)?.day else {
                throw .unreadableList(
                    row: row,
                    expected: "\(column.rawValue)为日期，如“2026-03-02”",
                    found: "“\(text.prefix(20))”"
                )
            }
            return day
        }
        var level: LawLevel?
        if let text = rows.stated[.level] {
            level = LawLevel(named: text)
            guard level != nil else {
                throw .unreadableList(
                    row: row,
                    expected: "位阶为\(LawLevel.allCases.map(\.chinese).joined(separator: "、"))之一",
                    found: "“\(text.prefix(20))”"
                )
            }
        }
        return StatuteStatement(
            level: level,
            issuer: rows.stated[.issuer],
            documentNumber: rows.stated[.number],
            promulgatedOn: try day(.promulgated),
            inForceFrom: try day(.inForce)
        )
    }
}
