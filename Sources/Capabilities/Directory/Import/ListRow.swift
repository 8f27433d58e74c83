import Interchange
import Kernel

/// What one row of an imported list will do, or why it cannot.
package enum ListRow<Change: Hashable & Sendable>: Hashable, Sendable {
    case new(Change)
    case changed(Change, differences: [String])
    case unchanged
    case refused([ListFault])
}

/// One row of an imported list with its number in the file, the header being 1, and what names it.
package struct ListLine<Change: Hashable & Sendable>: Hashable, Sendable {
    package let number: Int
    package let name: String
    package let row: ListRow<Change>
}

/// Why a row cannot be taken: the column, and the broken rule with its evidence.
package struct ListFault: Hashable, Sendable {
    package let column: String
    package let rule: Rule

    package enum Rule: Hashable, Sendable {
        case empty
        case notListed(found: String, expected: [String])
        case notADay(found: String)
        case notANumber(found: String)
        case code(found: String)
        case division(found: String)
        /// The file has the value in an earlier row.
        case twice(found: String, row: Int)
        case unknownAgency(found: String)
        case unknownPost(found: String, agency: String)
        case endsBeforeItBegins
        /// The certificate's area or kinds of act go beyond those of its agency.
        case beyondAgency(found: String)
        case secondHead(post: String)
        case takenByOther(found: String)
        case entrustmentMissing
        case cells(expected: Int, found: Int)
        /// The division's code has ended.
        case ended(found: String)
    }
}

/// The cells of one row, read with the faults kept.
struct ListCells {
    let record: (String) -> String?
    private(set) var faults: [ListFault] = []

    init(_ record: ListTable.Record) {
        self.record = { record[$0]?.trimmedSpaces }
    }

    func text(_ column: String) -> String? { record(column).flatMap { $0.isEmpty ? nil : $0 } }

    mutating func fault(_ column: String, _ rule: ListFault.Rule) {
        faults.append(ListFault(column: column, rule: rule))
    }

    mutating func required(_ column: String) -> String {
        guard let text = text(column) else {
            fault(column, .empty)
            return ""
        }
        return text
    }

    mutating func day(_ column: String) -> Day? {
        guard let text = text(column) else { return nil }
        let normal = text.replacing("/", with: "-").replacing(".", with: "-")
        guard let day = Day(normal) else {
            fault(column, .notADay(found: text))
            return nil
        }
        return day
    }

    mutating func number(_ column: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(column) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            fault(column, .notANumber(found: text))
            return nil
        }
        return number
    }

    mutating func word<Word: ListWord>(_ column: String, _ type: Word.Type) -> Word? {
        guard let text = text(column) else { return nil }
        if let word = Word.allCases.first(where: { $0.listNames.contains(text) }) { return word }
        fault(column, .notListed(found: text, expected: Word.allCases.compactMap(\.listNames.first)))
        return nil
    }

    mutating func categories(_ column: String) -> [EnforcementCategory] {
        guard let text = text(column) else { return [] }
        return text.split(whereSeparator: { "、,，;； /".contains($0) }).compactMap { part in
            let name = String(part)
            if let known = EnforcementCategory.allCases.first(where: { $0.listNames.contains(name) }) { return known }
            fault(column, .notListed(found: name, expected: EnforcementCategory.allCases.map(\.chinese)))
            return nil
        }
    }

    mutating func division(_ column: String, in tree: DivisionTree, on day: Day) -> Division.Code? {
        guard let text = text(column) else { return nil }
        guard let code = Division.Code(text) else {
            fault(column, .division(found: text))
            return nil
        }
        guard tree.division(code, on: day) != nil else {
            fault(column, tree.node(code) == nil ? .division(found: text) : .ended(found: text))
            return nil
        }
        return code
    }
}

/// A word that lists write in Chinese.
protocol ListWord: CaseIterable {
    /// How lists write it, the usual way first.
    var listNames: [String] { get }
}

extension EnforcementCategory: ListWord {
    var listNames: [String] { [chinese, String(chinese.dropFirst(2))] }
}

extension Agency.Kind: ListWord {
    var listNames: [String] {
        switch self {
        case .statutory: ["法定", "法定行政机关", "行政机关"]
        case .authorized: ["授权", "法律法规授权组织", "授权组织"]
        case .entrusted: ["委托", "受委托", "受委托组织"]
        }
    }
}

extension AgencySubject.Nature: ListWord {
    var listNames: [String] {
        switch self {
        case .organ: ["行政机关"]
        case .publicInstitution: ["事业单位", "受委托组织", "授权组织"]
        case .managedInstitution: ["参照公务员法管理的事业单位", "参公事业单位"]
        case .other: ["其他组织", "其他"]
        }
    }
}

extension AgencySubject.Funding: ListWord {
    var listNames: [String] {
        switch self {
        case .full: ["财政全额拨款", "全额拨款", "财政拨款"]
        case .partial: ["财政差额拨款", "差额拨款"]
        case .selfSupporting: ["自收自支"]
        }
    }
}

extension Certificate.Kind: ListWord {
    var listNames: [String] {
        switch self {
        case .enforcement: ["行政执法证", "执法证"]
        case .hearingChair: ["听证主持人证"]
        case .supervision: ["行政执法监督证", "监督证"]
        }
    }
}

extension String {
    var trimmedSpaces: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
