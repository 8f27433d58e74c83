import Casework
import HTML
import Kernel

/// A table by which conditions or materials are told from the answers, as everybody may read it.
///
/// - Source: Administrative License Law (行政许可法) art. 30.
struct RuleTableSection: Component {
    let name: String
    let standing: String
    let columns: [String]
    let rows: [[String]]

    init(_ standing: ItemRules.Standing) {
        let sheet = standing.sheet
        name = standing.use.chinese
        self.standing = "第 \(standing.number) 版，\(standing.inForceFrom.chinese)起施行；依据：\(standing.basis)"
        columns = sheet.columns
        rows = sheet.rows
    }

    var body: any HTML {
        HTMLGroup([
            DataTable(
                name,
                columns: columns.map { DataTable.Column($0) },
                rows: rows.map { row in DataTable.Row(row.map { $0 as any HTML }) },
                showsTitle: true
            ), p(.cssClass("hint")) { standing },
        ])
    }
}
