package import Interchange

extension BenchmarkFile {
    /// Why a file holds no benchmark.
    package enum Fault: Error, Hashable, Sendable {
        /// It breaks the format.
        case rows(CSVFault)
        /// Rows that say what no such row may say, each with its line.
        case lines([LineFault])
    }

    package struct LineFault: Hashable, Sendable {
        package enum Rule: Hashable, Sendable {
            /// One of the kinds of rows.
            case kind
            /// A row of a situation stands before the first situation, or a further one before the first grade.
            case order
            /// 选择, 数 or 数，2位小数.
            case type
            /// One of the five.
            case direction
            /// A factor of the situation before `：`.
            case factor
        }

        package let line: Int
        package let rule: Rule
        package let found: String
    }

    /// More rows than a benchmark can have.
    static let mostRows = 5_000

    /// Reads the sheet of a file; what its cells say is judged by `BenchmarkSheet.faults`.
    ///
    /// - Throws: `Fault`, with every line that is none.
    package static func sheet(_ bytes: [UInt8]) throws(Fault) -> BenchmarkSheet {
        var reader = BenchmarkFileReader()
        do {
            let limits = CSVLimits(rows: mostRows, cells: 64, cellBytes: 64 << 10)
            var table = try CSVTable(bytes, needs: Column.allCases.map(\.rawValue), limits: limits)
            while let record = try table.next() {
                reader.take(record.row.line) { column in
                    let cell = record[column.rawValue] ?? ""
                    let plain = cell.hasPrefix("'") ? String(cell.dropFirst()) : cell
                    return plain.replacing("\r\n", with: "\n")
                }
            }
        } catch {
            throw .rows(error)
        }
        guard reader.faults.isEmpty else { throw .lines(reader.faults) }
        return reader.sheet
    }
}

private struct BenchmarkFileReader {
    var sheet = BenchmarkSheet()
    var faults: [BenchmarkFile.LineFault] = []

    mutating func take(_ line: Int, _ cell: (BenchmarkFile.Column) -> String) {
        func fault(_ rule: BenchmarkFile.LineFault.Rule, _ found: String) {
            faults.append(BenchmarkFile.LineFault(line: line, rule: rule, found: found))
        }
        guard let kind = BenchmarkFile.Kind(rawValue: cell(.kind)) else { return fault(.kind, cell(.kind)) }
        let last = sheet.situations.indices.last
        switch (kind, last) {
        case (.document, _):
            sheet.issuedAs = cell(.name)
            sheet.remark = cell(.content)
        case (.situation, _):
            sheet.situations.append(
                SituationSheet(key: cell(.key), name: cell(.name), bases: cell(.basis))
            )
        case (.factor, .some(let last)):
            guard sheet.situations[last].rows.isEmpty else { return fault(.order, kind.rawValue) }
            guard let factor = SituationSheet.FactorRow(cell) else { return fault(.type, cell(.type)) }
            sheet.situations[last].factors.append(factor)
        case (.envelope, .some(let last)):
            sheet.situations[last].envelopes.append(.init(measure: cell(.measures), source: cell(.basis)))
        case (.grade, .some(let last)), (.further, .some(let last)):
            let isFurther = kind == .further
            if isFurther, sheet.situations[last].rows.isEmpty { return fault(.order, kind.rawValue) }
            let direction = Grade.Direction.allCases.first { $0.chinese == cell(.type) }
            guard isFurther || direction != nil else { return fault(.direction, cell(.type)) }
            let (cells, unknown) = sheet.situations[last].cells(cell(.content))
            for text in unknown { fault(.factor, text) }
            sheet.situations[last].rows.append(
                .init(
                    key: isFurther ? "" : cell(.key),
                    isFurther: isFurther,
                    name: isFurther ? "" : cell(.name),
                    direction: isFurther ? "" : direction?.rawValue ?? "",
                    cells: cells,
                    measures: isFurther ? "" : cell(.measures)
                )
            )
        case (.factor, nil), (.envelope, nil), (.grade, nil), (.further, nil): fault(.order, kind.rawValue)
        }
    }
}

extension SituationSheet {
    /// The cells that lines of circumstances fill, and the lines that name no factor.
    fileprivate func cells(_ text: String) -> (cells: [[String]], unknown: [String]) {
        var cells = [[String]](repeating: [], count: factors.count)
        var unknown: [String] = []
        for line in text.sheetLines {
            let fitting = factors.indices.filter { line.hasPrefix(label($0) + "：") }
            // 违法 and 违法：次数 may both be factors.
            guard let place = fitting.max(by: { label($0).count < label($1).count }) else {
                unknown.append(line)
                continue
            }
            cells[place].append(String(line.dropFirst(label(place).count + 1)))
        }
        return (cells, unknown)
    }
}

extension SituationSheet.FactorRow {
    fileprivate init?(_ cell: (BenchmarkFile.Column) -> String) {
        let type = cell(.type)
        if type == BenchmarkFile.choice {
            self.init(key: cell(.key), name: cell(.name), values: cell(.content))
            return
        }
        var rest = Substring(type)
        guard rest.drop(BenchmarkFile.number) else { return nil }
        let decimals = rest.drop("，") ? String(rest.prefix { $0 != "位" }) : ""
        guard rest.isEmpty || rest == "\(decimals)位小数" else { return nil }
        self.init(key: cell(.key), name: cell(.name), kind: .number, values: cell(.content), decimals: decimals)
    }
}
