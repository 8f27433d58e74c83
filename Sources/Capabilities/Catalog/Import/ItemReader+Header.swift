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
        case .csv: return (try? CSVTable(ChineseText(bytes, declared: nil).bytes, needs: []).header) ?? []
        case .json:
            guard case .array(let elements)? = try? JSONValue(parsing: ChineseText(bytes, declared: nil).bytes),
                case .object(let first)? = elements.first
            else { return [] }
            return first.keys.sorted()
        }
    }
}
