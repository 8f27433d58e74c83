import CanonicalJSON

/// How an import went.
package struct ImportReport: Hashable, Sendable, Codable {
    package let loaded: Int
    /// Rows the catalog already held just so.
    package let unchanged: Int
    /// Rows with a fault.
    package let refused: Int
    package let faults: [ImportFault]
    /// What is odd about the rows that were loaded.
    package let doubts: [ImportFault]

    package init(loaded: Int, unchanged: Int = 0, refused: Int, faults: [ImportFault], doubts: [ImportFault] = []) {
        self.loaded = loaded
        self.unchanged = unchanged
        self.refused = refused
        self.faults = faults
        self.doubts = doubts
    }

    /// A refused import: nothing was loaded.
    package init(refused faults: [ImportFault]) {
        self.init(loaded: 0, refused: Set(faults.map(\.row)).count, faults: faults)
    }

    /// Rows that were loaded although something about them is odd.
    package var warnings: Int { Set(doubts.map(\.row)).count }

    /// What `--json` prints: `{"faults":[…],"loaded":n,"refused":n,"unchanged":n,"warnings":n}`.
    package var json: String {
        JSONValue.object([
            "loaded": .integer(Int64(loaded)),
            "refused": .integer(Int64(refused)),
            "unchanged": .integer(Int64(unchanged)),
            "warnings": .integer(Int64(warnings)),
            "faults": .array(faults.map(\.json)),
            "doubts": .array(doubts.map(\.json)),
        ]).text
    }
}

extension ImportFault {
    /// One line for people: `row 3, column 事项编码: expected …, found …`.
    package var line: String { "row \(row), column \(column): expected \(expected), found \(found)" }

    fileprivate var json: JSONValue {
        .object([
            "row": .integer(Int64(row)),
            "column": .string(column),
            "expected": .string(expected),
            "found": .string(found),
        ])
    }
}

extension JSONValue {
    fileprivate var text: String { String(decoding: canonicalBytes, as: UTF8.self) }
}
