import CanonicalJSON
import Interchange

/// The rows of a list under its header, whatever it is written in.
struct ItemRows {
    enum Source {
        case commaSeparated(CSVTable<[UInt8]>)
        case sheet(ListTable)
        case elements(ArraySlice<JSONValue>)
        /// What comes after a fault that nothing can be read behind.
        case ended
    }

    enum Row {
        /// `cells` are those of a table, in their order; `cell` is asked by the column's name.
        case read(number: Int, cells: [String], cell: (String) -> String?)
        case faulty(ImportFault)
    }

    let columns: ItemColumns
    /// What stands above the header.
    let above: [[String]]
    private var source: Source

    init(_ columns: ItemColumns, above: [[String]] = [], _ source: Source) {
        self.columns = columns
        self.above = above
        self.source = source
    }

    /// Returns the next row, or what is wrong in its place; `nil` at the end.
    mutating func next() -> Row? {
        switch source {
        case .commaSeparated(var table):
            // Held once only, so that reading a row copies nothing.
            source = .ended
            do {
                guard let record = try table.next() else { return nil }
                source = .commaSeparated(table)
                return .read(number: record.row.number, cells: record.row.cells) { record[$0] }
            } catch {
                if error.isRowOnly { source = .commaSeparated(table) }
                return .faulty(ImportFault(error, header: table.header))
            }
        case .sheet(var table):
            source = .ended
            do {
                guard let record = try table.next() else { return nil }
                source = .sheet(table)
                return .read(number: record.number, cells: record.cells) { record[$0] }
            } catch {
                return .faulty(ImportFault(row: 1, column: "1", expected: "一份工作簿", found: "\(error)"))
            }
        case .elements(var elements):
            guard let element = elements.popFirst() else { return nil }
            source = .elements(elements)
            return ItemRows.row(element, number: elements.startIndex)
        case .ended: return nil
        }
    }

    private static func row(_ element: JSONValue, number: Int) -> Row {
        guard case .object(let members) = element else {
            return .faulty(ImportFault(row: number, column: "1", expected: "对象", found: element.kind))
        }
        var texts: [String: String] = [:]
        for (name, value) in members.sorted(by: { $0.key < $1.key }) {
            switch value {
            case .string(let text): texts[name] = text
            case .integer(let number): texts[name] = String(number)
            case .null: continue
            case .boolean, .array, .object:
                return .faulty(ImportFault(row: number, column: name, expected: "文字", found: value.kind))
            }
        }
        return .read(number: number, cells: []) { texts[$0] }
    }
}
