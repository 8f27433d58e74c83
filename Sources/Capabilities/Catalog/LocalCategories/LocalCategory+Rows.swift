import Codes
import Kernel

/// The catalog of categories is one of the lists beside the items; a category has a row, and one for each further question.
extension LocalCategory {
    /// The code of the kind among `OfficialListKind.shipped`.
    package static let kind = "categories"

    enum Column: String, CaseIterable {
        case code = "类别编码"
        case chinese = "类别名称"
        case english = "英文名称"
        case like = "按何类办理"
        case letters = "编码字母"
        case basis = "依据"
        case from = "启用日期"
        case until = "停用日期"
        case question = "填报内容"
        case answer = "填写方式"
        case isRequired = "是否必填"
        case choices = "可选内容"

        /// What is said of the category itself, and is said alike in each of its rows.
        static let ofCategory: [Column] = [.code, .chinese, .english, .like, .letters, .basis, .from, .until]
    }

    static let answers: [(chinese: String, kind: FormField.Kind)] = [
        ("文字", .line), ("数字", .number), ("日期", .day), ("选择", .choice),
    ]

    /// A row by the names of its columns.
    struct Cells {
        let row: Int
        private let texts: [Column: String]

        init(_ row: OfficialListRow, number: Int, under columns: [String]) {
            self.row = number
            texts = zip(columns, row).reduce(into: [:]) { texts, cell in
                if let column = Column(rawValue: cell.0) { texts[column] = cell.1.trimmed }
            }
        }

        subscript(column: Column) -> String { texts[column] ?? "" }

        func stated(_ column: Column) -> String? { self[column].isEmpty ? nil : self[column] }

        var ofCategory: [String] { Column.ofCategory.map { self[$0] } }

        var like: PowerCategory? { PowerCategory.allCases.first { $0.chinese == self[.like] } }

        var question: FormField? {
            guard let label = stated(.question) else { return nil }
            let kind = LocalCategory.answers.first { $0.chinese == self[.answer] }?.kind ?? .line
            return FormField(
                key: label,
                label: label,
                kind: kind,
                isRequired: self[.isRequired] == "是",
                choices: kind == .choice ? choices : nil
            )
        }

        var choices: [String] {
            self[.choices].split(whereSeparator: { "、，,；;".contains($0) }).map { String($0).trimmed }
        }

        func fault(_ column: Column, _ expected: String, found: String) -> ImportFault {
            ImportFault(row: row, column: column.rawValue, expected: expected, found: found.isEmpty ? "空" : found)
        }
    }

    /// Reads the rows of a catalog; what `faults(of:under:)` finds nothing wrong with is read whole.
    static func read(_ rows: [OfficialListRow], under columns: [String]) -> [LocalCategory] {
        var categories: [LocalCategory] = []
        for (index, row) in rows.enumerated() {
            let cells = Cells(row, number: index + 1, under: columns)
            if let place = categories.firstIndex(where: { $0.code == cells[.code] }) {
                if let question = cells.question { categories[place].questions.append(question) }
                continue
            }
            guard let like = cells.like else { continue }
            categories.append(
                LocalCategory(
                    code: cells[.code],
                    chinese: cells[.chinese],
                    english: cells.stated(.english),
                    like: like,
                    letters: cells.stated(.letters),
                    basis: cells[.basis],
                    inForceFrom: Day(cells[.from]),
                    inForceUntil: Day(cells[.until]),
                    questions: cells.question.map { [$0] } ?? []
                )
            )
        }
        return categories
    }

    /// Returns what is wrong with the rows of a catalog beyond what its columns ask of every cell.
    static func faults(of rows: [OfficialListRow], under columns: [String]) -> [ImportFault] {
        var (faults, firsts): ([ImportFault], [Cells]) = ([], [])
        for (index, row) in rows.enumerated() {
            let cells = Cells(row, number: index + 1, under: columns)
            faults += cells.questionFaults
            if let first = firsts.first(where: { $0[.code] == cells[.code] }) {
                if let column = Column.ofCategory.first(where: { first[$0] != cells[$0] }) {
                    faults.append(
                        cells.fault(column, "同一类别各行相同（第 \(first.row) 行：\(first[column])）", found: cells[column])
                    )
                }
                continue
            }
            faults += cells.categoryFaults(after: firsts)
            firsts.append(cells)
        }
        return faults
    }
}

extension LocalCategory.Cells {
    fileprivate var questionFaults: [ImportFault] {
        guard stated(.question) != nil else {
            let filled = [LocalCategory.Column.answer, .isRequired, .choices].first { stated($0) != nil }
            return filled.map { [fault($0, "没有填报内容的行留空", found: self[$0])] } ?? []
        }
        var faults: [ImportFault] = []
        if self[.question].contains(where: { "：:；;".contains($0) }) {
            faults.append(fault(.question, "不含冒号和分号的名称", found: self[.question]))
        }
        if stated(.answer) == nil { faults.append(fault(.answer, "文字、数字、日期、选择", found: "")) }
        switch self[.answer] {
        case "选择" where choices.count < 2 || Set(choices).count < choices.count:
            faults.append(fault(.choices, "用“、”隔开的两个以上不同的选项", found: self[.choices]))
        case "文字", "数字", "日期":
            if stated(.choices) != nil { faults.append(fault(.choices, "填写方式不是“选择”的留空", found: self[.choices])) }
        default: break
        }
        return faults
    }

    /// What is wrong with a category beside those before it: names and letters are nobody else's.
    fileprivate func categoryFaults(after others: [LocalCategory.Cells]) -> [ImportFault] {
        var faults: [ImportFault] = []
        if !self[.code].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) {
            faults.append(fault(.code, "字母、数字和连字符", found: self[.code]))
        }
        if PowerCategory.allCases.contains(where: { $0.chinese == self[.chinese] }) {
            faults.append(fault(.chinese, "全国统一类型之外的名称", found: self[.chinese]))
        }
        if let other = others.first(where: { $0[.chinese] == self[.chinese] }) {
            faults.append(fault(.chinese, "不重复的名称", found: "\(self[.chinese])，与第 \(other.row) 行相同"))
        }
        if let letters = stated(.letters) { faults += letterFaults(letters, after: others) }
        for column in [LocalCategory.Column.from, .until] where stated(column) != nil && Day(self[column]) == nil {
            faults.append(fault(column, "日期，如 2026-03-01", found: self[column]))
        }
        if let from = Day(self[.from]), let until = Day(self[.until]), until <= from {
            faults.append(fault(.until, "启用日期\(from.chinese)之后的日期", found: self[.until]))
        }
        return faults
    }

    /// One capital as in Sichuan's codes, or two as in those by pinyin, which stand for no other category.
    private func letterFaults(_ letters: String, after others: [LocalCategory.Cells]) -> [ImportFault] {
        let isShaped = (1...2).contains(letters.count) && letters.allSatisfy { $0.isASCII && $0.isUppercase }
        guard isShaped else { return [fault(.letters, "一个或者两个大写字母", found: letters)] }
        let national = PowerCategory.allCases.first {
            $0.pinyinCode == letters || $0.sichuanLetter.map(String.init) == letters
        }
        if let national { return [fault(.letters, "没有被占用的字母", found: "\(letters)，是\(national.chinese)的")] }
        guard let other = others.first(where: { $0[.letters] == letters }) else { return [] }
        return [fault(.letters, "没有被占用的字母", found: "\(letters)，与第 \(other.row) 行相同")]
    }
}
