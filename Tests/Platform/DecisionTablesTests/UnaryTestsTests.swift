import DecisionTables
import Testing

@Suite("Cells of conditions")
struct UnaryTestsTests {
    @Test(
        "a cell holds for the values it describes and for no others",
        arguments: [
            ("-", FEELType.number, ["1", "-7"], []), ("10000", .number, ["10000", "10000.00"], ["9999.99"]),
            (">= 10000", .number, ["10000", "10000.01"], ["9999.99"]), ("< -5", .number, ["-6"], ["-5"]),
            ("[1..5]", .number, ["1", "5"], ["0.99", "5.01"]), ("(1..5)", .number, ["1.01"], ["1", "5"]),
            ("]1..5[", .number, ["4.99"], ["1", "5"]), ("1, 3, [7..9]", .number, ["1", "3", "8"], ["2"]),
            ("not(1, > 10)", .number, ["2", "10"], ["1", "11"]), ("\"甲\", \"乙\"", .string, ["甲", "乙"], ["丙"]),
            ("not(\"甲\")", .string, ["乙"], ["甲"]), ("true", .boolean, ["true"], ["false"]),
            ("[date(\"2026-01-01\")..date(\"2026-12-31\")]", .date, ["2026-12-31"], ["2027-01-01", "2025-12-31"]),
            ("> duration(\"P1Y\")", .monthsDuration, ["P13M"], ["P12M"]),
            ("<= duration(\"PT36H\")", .daysDuration, ["P1D"], ["P2D"]),
            ("< time(\"12:00:00\")", .time, ["11:59:59"], ["12:00:00"]),
        ]
    )
    func holds(_ cell: String, _ type: FEELType, _ fitting: [String], _ others: [String]) throws {
        let decision = try #require(DecisionTable.oneCell(cell, of: type).read().decision)
        for entry in fitting + others {
            let value = try #require(FEELValue(entry: entry, of: type))
            #expect((decision.decide(["value": value]).values != nil) == fitting.contains(entry), "\(entry)")
        }
    }

    @Test(
        "a cell that cannot be read names the character and what was expected",
        arguments: [
            ("1 ..", FEELType.number, 3, FEELFault.Kind.expected(.end, found: ".")),
            ("[1..", .number, 5, .expected(.value, found: "")),
            ("[1,2]", .number, 3, .expected(.rangeDots, found: ",")),
            ("[1..2", .number, 6, .expected(.rangeEnd, found: "")), ("[5..1]", .number, 1, .emptyRange),
            ("(1..1]", .number, 1, .emptyRange), ("\"甲\"", .number, 1, .wrongType(expected: .number, found: .string)),
            ("1，2", .number, 2, .fullWidth("，", meant: ",")), ("“甲”", .string, 1, .fullWidth("“", meant: "\"")),
            ("甲", .string, 1, .unknownName("甲")), ("> ", .number, 3, .expected(.value, found: "")),
            ("not(1", .number, 6, .expected(.closing, found: "")), ("1,", .number, 3, .expected(.value, found: "")),
            ("-\"甲\"", .string, 1, .expected(.value, found: "-")), ("", .number, 1, .empty),
        ]
    )
    func refused(_ cell: String, _ type: FEELType, _ position: Int, _ kind: FEELFault.Kind) {
        let faults = DecisionTable.oneCell(cell, of: type).read().faults
        #expect(faults == [.unreadable(.condition(rule: 0, input: 0), FEELFault(kind, at: position))])
    }

    @Test("a cell may compare with another fact, and is then not proved")
    func otherFact() throws {
        let table = DecisionTable(
            id: "debt",
            name: "抵缴",
            hitPolicy: .unique,
            inputs: [
                DecisionTable.Input(name: "已缴 金额", label: "已缴", type: .number),
                DecisionTable.Input(name: "应缴", label: "应缴", type: .number),
            ],
            outputs: [DecisionTable.Output(name: "settled", label: "缴清", type: .boolean, otherwise: "false")],
            rules: [DecisionTable.Rule(when: [">= 应缴", "-"], then: ["true"])]
        )
        let decision = try #require(table.read().decision)
        #expect(decision.decide(["已缴 金额": .number(5), "应缴": .number(5)]).values == [.boolean(true)])
        #expect(decision.decide(["已缴 金额": .number(4), "应缴": .number(5)]).values == [.boolean(false)])
        #expect(table.check() == [.unprovable(rule: 0, input: 0)])
    }
}
