import Interchange

/// A benchmark as comma-separated rows that spreadsheets open and that are read back without loss.
///
/// One row for the document, then for each situation a row of its own, followed by its factors, what the law allows,
/// and its grades. Cells of several lines hold one thing a line.
///
/// | 行 | 名称 | 键 | 类别 | 内容 | 处理 | 依据 |
/// |---|---|---|---|---|---|---|
/// | 文件 | the document that sets the benchmark | | | a remark | | |
/// | 情形 | the violation or situation | its key | | | | articles |
/// | 因素 | what is weighed | its key | 选择 | the words | | |
/// | 因素 | what is weighed | its key | 数, or 数，2位小数 | the unit | | |
/// | 法定幅度 | | | | | a measure | its article |
/// | 阶次 | the grade | its key | 不予, 减轻, 从轻, 一般 or 从重 | circumstances, as 危害后果：造成安全隐患 | measures | |
/// | 或者 | | | | further circumstances of the grade above | | |
///
/// Keys may be left empty. A cell that a spreadsheet would run as a formula is written behind `'`.
package struct BenchmarkFile {
    enum Kind: String, CaseIterable {
        case document = "文件"
        case situation = "情形"
        case factor = "因素"
        case envelope = "法定幅度"
        case grade = "阶次"
        case further = "或者"
    }

    enum Column: String, CaseIterable {
        case kind = "行"
        case name = "名称"
        case key = "键"
        case type = "类别"
        case content = "内容"
        case measures = "处理"
        case basis = "依据"
    }

    static let choice = "选择"
    static let number = "数"

    /// Returns the file, in UTF-8 with a byte order mark.
    package static func bytes(of sheet: BenchmarkSheet) -> [UInt8] {
        var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
        func append(_ kind: Kind, _ cells: [Column: String]) {
            writer.append(
                Column.allCases.map { column in
                    let cell = column == .kind ? kind.rawValue : cells[column] ?? ""
                    // Reading takes one mark off, so one that is meant is written twice.
                    return cell.hasPrefix("'") ? "'" + cell : cell
                }
            )
        }
        writer.append(Column.allCases.map(\.rawValue))
        append(.document, [.name: sheet.issuedAs, .content: sheet.remark])
        for situation in sheet.situations {
            append(.situation, [.name: situation.name, .key: situation.key, .basis: situation.bases])
            for factor in situation.factors {
                append(
                    .factor,
                    [.name: factor.name, .key: factor.key, .type: factor.typeText, .content: factor.values]
                )
            }
            for envelope in situation.envelopes {
                append(.envelope, [.measures: envelope.measure, .basis: envelope.source])
            }
            for row in situation.rows {
                let circumstances = situation.circumstances(of: row)
                guard !row.isFurther else {
                    append(.further, [.content: circumstances])
                    continue
                }
                let direction = Grade.Direction(rawValue: row.direction)?.chinese ?? row.direction
                append(
                    .grade,
                    [
                        .name: row.name, .key: row.key, .type: direction, .content: circumstances,
                        .measures: row.measures,
                    ]
                )
            }
        }
        return writer.take()
    }
}

extension SituationSheet {
    /// A line for each word or band: 危害后果：造成安全隐患.
    func circumstances(of row: GradeRow) -> String {
        zip(factors.indices, row.cells).flatMap { place, cell in cell.map { "\(label(place))：\($0)" } }
            .joined(separator: "\n")
    }

    /// How a circumstance calls the factor: by its name, by its key where another has the same name.
    func label(_ place: Int) -> String {
        let name = factors[place].name
        return factors.filter { $0.name == name || $0.key == name }.count == 1 ? name : factors[place].key
    }
}

extension SituationSheet.FactorRow {
    fileprivate var typeText: String {
        switch kind {
        case .choice: BenchmarkFile.choice
        case .number: BenchmarkFile.number + (decimals.isBlank ? "" : "，\(decimals)位小数")
        }
    }
}
