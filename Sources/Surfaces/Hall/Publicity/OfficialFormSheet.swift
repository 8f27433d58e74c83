import Interchange
import Kernel

/// A form ready to be shown: of one unit, or compiled of all units of a government.
struct OfficialFormSheet: Sendable {
    let form: OfficialForm
    /// Who filled it in (填报单位), or who compiled it (汇总单位).
    let unit: String
    let isCompiled: Bool
    let on: Day
    /// With the number of the row first; compiled ones name the unit second.
    let columns: [String]
    let rows: [[String]]
    /// Units that handed in nothing.
    let missing: [String]

    /// The form of one unit.
    init(_ form: OfficialForm, columns: [String], filled: FilledForm) {
        self.form = form
        unit = filled.unit
        isCompiled = false
        on = filled.on
        self.columns = ["序号"] + columns
        rows = filled.rows.enumerated().map { ["\($0 + 1)"] + $1 }
        missing = []
    }

    /// The forms of all units of a government in one, in their order.
    init(
        _ form: OfficialForm,
        columns: [String],
        of unit: String,
        on day: Day,
        _ units: [(name: String, filled: FilledForm?)]
    ) {
        self.form = form
        self.unit = unit
        isCompiled = true
        on = day
        self.columns = ["序号", "填报单位"] + columns
        rows = units.flatMap { unit in (unit.filled?.rows ?? []).map { [unit.name] + $0 } }.enumerated()
            .map { ["\($0 + 1)"] + $1 }
        missing = units.filter { $0.filled == nil }.map(\.name)
    }

    var title: String { form.title + (isCompiled ? "（汇总表）" : "") }
    var head: String { "\(isCompiled ? "汇总单位" : "填报单位")：\(unit)" }
    var day: String { "\(isCompiled ? "汇总日期" : "填报日期")：\(on.chinese)" }
    var total: String { "合计 \(rows.count) 项" }
    var absence: String? { missing.isEmpty ? nil : "没有报送的单位（\(missing.count) 个）：\(missing.joined(separator: "、"))" }

    /// The lines that are signed by hand.
    static let signatures = ["填表人：", "审核人：", "单位负责人（签字、盖章）："]

    /// The form for spreadsheets; every cell is text.
    func workbook(mark: String?) -> [UInt8] {
        var writer = WorkbookWriter(sheet: form.chinese, mark: mark)
        writer.append([title])
        writer.append([head, day])
        writer.append(columns)
        for row in rows { writer.append(row) }
        writer.append([total])
        if let absence { writer.append([absence]) }
        writer.append(OfficialFormSheet.signatures)
        return writer.bytes
    }
}
