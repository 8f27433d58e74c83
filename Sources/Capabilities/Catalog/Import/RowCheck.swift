import Codes
import Interchange
import Law

/// Holds one row of a list against what an item needs: faults refuse the row, doubts are kept with a reason.
struct RowCheck {
    let row: Int
    let columns: ItemColumns
    let known: ListKnowledge
    /// What cells of earlier rows came to.
    private let memo: RowMemo
    let cell: (String) -> String?
    /// Whether a mark may stand before formulas, as in csv alone: elsewhere it is part of the cell.
    private let isGuarded: Bool
    private(set) var faults: [ImportFault] = []
    var doubts: [ImportFault] = []

    init(
        row: Int,
        columns: ItemColumns,
        known: ListKnowledge,
        memo: RowMemo,
        isGuarded: Bool,
        cell: @escaping (String) -> String?
    ) {
        self.row = row
        self.columns = columns
        self.known = known
        self.memo = memo
        self.isGuarded = isGuarded
        self.cell = cell
    }

    /// The longest cell whose lines are many things, such as materials and their texts: what an item may state is brought back.
    static let longestLines = 100_000
    /// The longest cell of running text.
    static let longestText = 5_000

    private var divisions: DivisionTable { known.divisions }

    /// Returns the row as a listing, or `nil` when it has a fault.
    mutating func listing() -> ImportedListing? {
        let code = text(columns.code, longest: ItemContent.longestCode, isNeeded: true)
        let main = text(columns[.mainName], longest: ItemContent.longestName)
        let own = text(columns.name, longest: ItemContent.longestName, isNeeded: main == nil)
        // A row that names the main item alone is the main item's own.
        let (name, mainName): (String?, String?) = own == nil ? (main, nil) : (own, main)
        let agencyName = text(columns[.agencyName], longest: 200)
        let agencyCode = text(columns[.agencyCode], longest: ItemContent.longestCode)
        let division = text(columns[.division], longest: 12)
        let (category, named) = category(in: division)
        let bases = bases()
        var details = details(of: category)
        details.local = category.flatMap { local(named, runLike: $0, in: division) }
        guard let code, let name, let category, faults.isEmpty else { return nil }
        doubt(code: code, category: category, local: details.local)
        if let agencyCode { doubt(agencyCode: agencyCode) }
        if let division { doubt(division: division) }
        return ImportedListing(
            code: code,
            name: name,
            mainName: mainName,
            category: category,
            agency: agencyName.map { AgencyReference(code: agencyCode, name: $0) },
            division: division,
            levels: levels(),
            bases: bases,
            details: details == ListedDetails() ? nil : details
        )
    }

    /// Returns the cell without white space at its ends; `nil` when it is empty or at fault.
    mutating func text(
        _ column: String?,
        longest: Int,
        isNeeded: Bool = false,
        takesLines: Bool = false
    )
        -> String?
    {
        guard let column else { return nil }
        let text = written(column).trimmed
        if text.isEmpty {
            if isNeeded { refuse(column, expected: "文字", found: "空") }
            return nil
        }
        // A text of no more bytes has no more characters, which are slow to count.
        guard text.utf8.count <= longest || text.count <= longest else {
            refuse(column, expected: "不超过 \(longest) 个字", found: "\(text.count) 个字")
            return nil
        }
        let isOdd = text.unicodeScalars.contains { scalar in
            (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value))
                && !(takesLines && "\r\n\t".unicodeScalars.contains(scalar))
        }
        guard !isOdd else {
            refuse(column, expected: "一行文字", found: "控制字符")
            return nil
        }
        return text
    }

    private func written(_ column: String) -> String {
        let text = cell(column) ?? ""
        return isGuarded ? CSVWriter.unguarded(text) : text
    }

    /// Returns the category of the row, and the local one where the cell names that.
    private mutating func category(in division: String?) -> (PowerCategory?, LocalCategories.Entry?) {
        guard let text = text(columns.category, longest: 40, isNeeded: true) else { return (nil, nil) }
        if let category = PowerCategory(nationalCode: text) ?? PowerCategory(rawValue: text)
            ?? PowerCategory.allCases.first(where: { $0.chinese == text })
        {
            return (category, nil)
        }
        if let entry = known.categories.entry(called: text, in: division) { return (entry.category.like, entry) }
        // Published lists use codes beyond the national ones; two digits are a category we do not know.
        guard text.count == 2, text.allSatisfy({ $0.isASCII && $0.isNumber }) else {
            refuse(columns.category, expected: "事项类型，如 1、01 或者行政许可，或者类别目录中的地方类别", found: text)
            return (nil, nil)
        }
        doubt(columns.category, expected: "国家标准的类型代码", found: text)
        return (.other, nil)
    }

    private mutating func bases() -> [LegalBasis] {
        guard let column = columns[.bases], let text = text(column, longest: RowCheck.longestLines) else { return [] }
        let list = memo.bases.value(of: text) { LegalBasis.list(text) }
        for unread in list.unread { doubt(column, expected: "# 之前的法规名称", found: unread) }
        return list.bases
    }

    private mutating func levels() -> [ExerciseLevel]? {
        guard let column = columns[.levels], let text = text(column, longest: 40) else { return nil }
        var levels: [ExerciseLevel] = []
        for part in text.split(whereSeparator: { ",，、；;".contains($0) }) {
            if let level = ExerciseLevel(named: String(part).trimmed) {
                levels.append(level)
            } else {
                doubt(column, expected: "1 至 6 的层级，或者省级、市级、县级等", found: String(part))
            }
        }
        return levels
    }

    private mutating func doubt(code: String, category: PowerCategory, local: StatedCategory?) {
        do {
            for warning in try CodeReading.warnings(of: code, under: local, in: divisions) {
                doubt(columns.code, warning)
            }
        } catch {
            doubt(columns.code, expected: error.expected, found: "\(code)（\(error.found)）")
            return
        }
        guard let named = RowCheck.category(of: code), named != category else { return }
        doubt(columns.category, expected: "\(named.chinese)（编码所示）", found: category.chinese)
    }

    private static func category(of code: String) -> PowerCategory? {
        if code.contains("-") { return (try? SichuanItemKey.parse(code))?.value.power.category }
        return (try? NationalPowerCode.parse(code))?.value.category
    }

    private mutating func doubt(agencyCode: String) {
        guard let column = columns[.agencyCode] else { return }
        let divisions = divisions
        let wordings = memo.agencyDoubts.value(of: agencyCode) {
            do throws(CodeFault) {
                return try CodeReading.warnings(of: agencyCode, in: divisions).map(\.wording)
            } catch {
                return [(error.expected, "\(agencyCode)（\(error.found)）")]
            }
        }
        doubt(column, wordings)
    }

    private mutating func doubt(division text: String) {
        guard let column = columns[.division] else { return }
        let divisions = divisions
        let wordings = memo.divisionDoubts.value(of: text) {
            do throws(CodeFault) {
                let parsed = try DivisionCode.parse(text)
                return (parsed.warnings + parsed.value.warnings(in: divisions)).map(\.wording)
            } catch {
                return [(error.expected, "\(text)（\(error.found)）")]
            }
        }
        doubt(column, wordings)
    }

    private mutating func doubt(_ column: String, _ wordings: [RowMemo.Wording]) {
        for wording in wordings { doubt(column, expected: wording.expected, found: wording.found) }
    }

    private mutating func doubt(_ column: String, _ warning: CodeWarning) {
        let wording = warning.wording
        doubt(column, expected: wording.expected, found: wording.found)
    }

    mutating func doubt(_ column: String, expected: String, found: String) {
        doubts.append(ImportFault(row: row, column: column, expected: expected, found: found))
    }

    mutating func refuse(_ column: String, expected: String, found: String) {
        faults.append(ImportFault(row: row, column: column, expected: expected, found: found))
    }
}

extension CodeWarning {
    fileprivate var wording: RowMemo.Wording {
        switch self {
        case .wrongCheckCharacter(let scheme, let expected, let found):
            ("\(scheme.chinese)校验码 \(expected)", String(found))
        case .unknownCategory(let text): ("已知的类型", text)
        case .unknownProvince(let text): ("省级代码", text)
        case .unknownDivision(let code): ("国家区划表中的代码", code.text)
        case .unknownAuthority(let character): ("登记管理部门代码", String(character))
        case .lowercaseLetters: ("大写字母", "小写字母")
        case .unreadableAgency(let text, let fault): (fault.expected, "\(text)（\(fault.found)）")
        }
    }
}

extension String {
    var trimmed: String {
        guard unicodeScalars.first?.isBlank ?? false || unicodeScalars.last?.isBlank ?? false else { return self }
        var scalars = unicodeScalars[...]
        while let first = scalars.first, first.isBlank { scalars.removeFirst() }
        while let last = scalars.last, last.isBlank { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool {
        // Letters, digits and the characters of Chinese are none; their properties are slow to ask for.
        if (0x21..<0x7F).contains(value) || (0x4E00..<0xA000).contains(value) { return false }
        return properties.isWhitespace || self == "\u{FEFF}" || self == "\u{200B}"
    }
}
