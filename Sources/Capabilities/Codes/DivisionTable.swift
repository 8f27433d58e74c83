package import Definitions
package import Interchange

/// The names of divisions down to the county, as shipped with the program.
package struct DivisionTable: Sendable {
    /// What can be wrong with the shipped file.
    package enum Fault: Error, Hashable, Sendable {
        case missing(DefinitionMissing)
        case format(CSVFault)
        case code(row: Int, CodeFault)
    }

    private let names: [DivisionCode: String]

    package init(names: [DivisionCode: String]) {
        self.names = names
    }

    /// Returns the national list, read when it is first asked for.
    package static func national() throws(Fault) -> DivisionTable { try loaded.get() }

    package var count: Int { names.count }

    /// Every code with its name, in no order.
    package var all: [(code: DivisionCode, name: String)] { names.map { ($0.key, $0.value) } }

    package func name(of code: DivisionCode) -> String? { names[code] }

    /// Returns the names from the province down: 四川省广安市广安区; parts that are not listed are left out.
    package func fullName(of code: DivisionCode) -> String? {
        guard let own = names[code] else { return nil }
        var parts = [own]
        var above = code.parent
        while let code = above {
            if let name = names[code], name != parts.first { parts.insert(name, at: 0) }
            above = code.parent
        }
        return parts.joined()
    }

    func fullName(ofSixDigits digits: String) -> String {
        let code = DivisionCode(text: digits + "000000")
        if let name = fullName(of: code) { return name }
        let above = code.parent.flatMap(fullName(of:))
        return above.map { "\($0)，末级未收录" } ?? "未收录"
    }

    private static let loaded: Result<DivisionTable, Fault> = Result { () throws(Fault) in try read() }

    private static func read() throws(Fault) -> DivisionTable {
        let bytes: [UInt8]
        do { bytes = try Definitions.bytes("divisions/divisions.csv") } catch { throw .missing(error) }
        var names: [DivisionCode: String] = [:]
        for (row, text, name) in try lines(of: bytes) {
            names[try code(of: text, row: row)] = name
        }
        return DivisionTable(names: names)
    }

    private static func lines(of bytes: [UInt8]) throws(Fault) -> [(row: Int, code: String, name: String)] {
        do {
            var table = try CSVTable(bytes, needs: ["code", "name"])
            var lines: [(row: Int, code: String, name: String)] = []
            while let record = try table.next() {
                lines.append((record.row.number, record["code"] ?? "", record["name"] ?? ""))
            }
            return lines
        } catch {
            throw .format(error)
        }
    }

    private static func code(of text: String, row: Int) throws(Fault) -> DivisionCode {
        do { return try DivisionCode.parse(text).value } catch { throw .code(row: row, error) }
    }
}
