import CanonicalJSON
import Interchange

extension ItemReader {
    /// Returns what the columns of a list are called, so that somebody can say what each of them holds.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - format: as for reading it.
    /// - Returns: the headings in their order, for json the members of its first element; empty for what is no list.
    package static func headings(of bytes: [UInt8], format: Format) -> [String] {
        switch format {
        case .xlsx: return (try? ListTable.headings(ofWorkbook: bytes)) ?? []
        case .csv:
            let rows = CSVTable.firstRows(ChineseText(bytes, declared: nil).bytes)
            // A title and a unit above it fill less than half of what the header does.
            let widest = rows.map { $0.count { !$0.isEmpty } }.max() ?? 0
            return rows.first { $0.count { !$0.isEmpty } * 2 > widest } ?? []
        case .json:
            guard case .array(let elements)? = try? JSONValue(parsing: ChineseText(bytes, declared: nil).bytes),
                case .object(let first)? = elements.first
            else { return [] }
            return first.keys.sorted()
        }
    }
}
