/// Reads one part of a workbook, names without their namespaces.
struct PartReader {
    enum Token {
        case start(String, [String: String])
        case end(String)
        case text(String)
    }

    private let part: String
    /// `nil` for a part that is not there.
    private let markup: MarkupReader?

    init(_ bytes: [UInt8], part: String) throws(SpreadsheetFault) {
        self.part = part
        // What a part may hold, the archive and the sheet have settled.
        let limits = MarkupLimits(bytes: bytes.count, elements: .max)
        do {
            markup = bytes.isEmpty ? nil : try MarkupReader(bytes, limits: limits)
        } catch {
            throw .notXML(part: part)
        }
    }

    /// Returns the next token, or `nil` at the end.
    func next() throws(SpreadsheetFault) -> Token? {
        do {
            switch try markup?.token() {
            case .start(let start):
                let attributes = start.attributes.map { ($0.name.local, $0.value) }
                return .start(start.name.local, Dictionary(attributes) { _, last in last })
            case .end(let name, _): return .end(name.local)
            case .text(let text): return .text(text)
            case nil: return nil
            }
        } catch {
            throw .notXML(part: part)
        }
    }
}
