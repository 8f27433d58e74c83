import DecisionTables
import Testing

/// One thing that conformance level 2 of DMN asks for, and cases that show it.
///
/// - Source: DMN 1.3 clauses 2.2 (levels), 8.2 (tables), 9 (S-FEEL).
struct DecisionFeature: Sendable {
    /// A cell, values it holds for, and values it does not.
    struct Cell: Sendable {
        let type: FEELType
        let cell: String
        let fitting: [String]
        let others: [String]

        init(_ type: FEELType, _ cell: String, holds fitting: [String], not others: [String] = []) {
            self.type = type
            self.cell = cell
            self.fitting = fitting
            self.others = others
        }
    }

    enum Show: Sendable {
        case cells([Cell])
        /// Expressions over the facts a = 10, b = 4, text = "甲", full name = 3, and what they give.
        case expressions([(String, String)])
        /// A table of one number and what it says to some.
        case table(DecisionTable, [(String, String)])
        case notThere(reason: String)
    }

    let clause: String
    let name: String
    let show: Show

    init(_ clause: String, _ name: String, _ show: Show) {
        self.clause = clause
        self.name = name
        self.show = show
    }

    /// Fails the test where a case does not give what is expected; every table goes through DMN and back first.
    func run() throws {
        switch show {
        case .cells(let cells):
            for cell in cells {
                let decision = try DecisionFeature.decision(DecisionFeature.one(cell.cell, cell.type))
                for entry in cell.fitting + cell.others {
                    let value = try #require(FEELValue(entry: entry, of: cell.type))
                    let holds = decision.decide(["value": value]).values != nil
                    #expect(holds == cell.fitting.contains(entry), "\(cell.cell) \(entry)")
                }
            }
        case .expressions(let expressions):
            for (text, expected) in expressions {
                let (expression, names) = try FEELExpression.reading(text)
                let facts: [String: FEELValue] = [
                    "a": .number(10), "b": .number(4), "text": .string("甲"), "full name": .number(3),
                ]
                #expect(expression.value(names.map { facts[$0] ?? .null }).description == expected, "\(text)")
            }
        case .table(let table, let cases):
            let decision = try DecisionFeature.decision(table)
            for (entry, expected) in cases {
                let value = FEELValue(entry: entry, of: .number) ?? .null
                let outcome = decision.decide(["value": value])
                let found =
                    outcome.values.map { FEELValue.list($0).description } ?? (outcome.isConflict ? "conflict" : "none")
                #expect(found == expected, "\(name) \(entry)")
            }
        case .notThere(let reason): #expect(!reason.isEmpty)
        }
    }

    private static func decision(_ table: DecisionTable) throws -> Decision {
        let file = try DMNFile(Array(table.dmn().utf8))
        return try #require(file.tables.first?.read().decision)
    }

    private static func one(_ cell: String, _ type: FEELType) -> DecisionTable {
        DecisionTable(
            id: "one",
            name: "one",
            hitPolicy: .unique,
            inputs: [DecisionTable.Input(name: "value", label: "value", type: type)],
            outputs: [DecisionTable.Output(name: "holds", label: "holds", type: .boolean)],
            rules: [DecisionTable.Rule(when: [cell], then: ["true"])]
        )
    }
}
