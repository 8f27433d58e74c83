import DecisionTables
import Kernel
import Testing

@Suite("FEEL")
struct FEELTests {
    @Test(
        "an expression has the value the standard gives it",
        arguments: [
            ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("2 ** 3 ** 2", "64"), ("-2 ** 2", "4"), ("10 - 3 - 2", "5"),
            ("0.1 + 0.2", "0.3"), ("1 / 3", "0.3333333333333333333333333333333333"), ("2 / 3 * 3", "2"),
            ("1 / 0", "null"), (".5 * 4", "2"), ("10000.00", "10000"), ("1 = 1.0", "true"), ("1 < 2", "true"),
            ("2 != 2", "false"), ("\"a\" + \"b\"", "\"ab\""), ("\"a\" < \"b\"", "true"), ("1 + \"a\"", "null"),
            ("1 = \"a\"", "null"), ("null = null", "true"), ("1 = null", "false"),
            ("date(\"2026-03-01\") - date(\"2026-02-01\")", "duration(\"P28D\")"),
            ("date(\"2026-01-31\") + duration(\"P1M\")", "date(\"2026-02-28\")"),
            ("date(\"2026-01-01\") - duration(\"PT1H\")", "date(\"2025-12-31\")"),
            ("duration(\"P3D\") / 3", "duration(\"P1D\")"),
            ("duration(\"P1Y\") + duration(\"P6M\")", "duration(\"P1Y6M\")"),
            ("duration(\"P1Y\") < duration(\"P400D\")", "null"),
            ("date and time(\"2026-01-01T23:00:00\") + duration(\"PT2H\")", "date and time(\"2026-01-02T01:00:00\")"),
            ("time(\"08:00:00+08:00\") = time(\"00:00:00Z\")", "true"), ("-(3)", "-3"),
            ("\"他说\\\"是\\\"\"", "\"他说\\\"是\\\"\""),
            ("9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000"),
        ]
    )
    func value(_ text: String, _ value: String) throws {
        #expect(try FEELExpression.reading(text).expression.value([]).description == value)
    }

    @Test("a name may hold spaces and Chinese, and the longest one that fits is meant")
    func names() throws {
        let (expression, facts) = try FEELExpression.reading("罚款 金额 / 12 + date of birth")
        #expect(facts == ["罚款 金额", "date of birth"])
        #expect(expression.value([.number(24), .number(1)]) == .number(3))
    }

    @Test(
        "a text that is no expression is refused at the place where it ceases to be one",
        arguments: [
            ("", 1, FEELFault.Kind.empty), ("1 +", 4, .expected(.value, found: "")),
            ("(1", 3, .expected(.closing, found: "")),
            ("1 2", 3, .expected(.end, found: "2")), ("\"a", 3, .expected(.quote, found: "")),
            ("date(\"2026-02-30\")", 6, .badLiteral("2026-02-30")), ("1 ≥ 2", 3, .fullWidth("≥", meant: ">=")),
            ("duration(\"P1Y1D\")", 10, .badLiteral("P1Y1D")), ("date(1)", 6, .expected(.quote, found: "1")),
            ("#", 1, .expected(.value, found: "#")),
            ("99999999999999999999999999999999999", 1, .badLiteral("99999999999999999999999999999999999")),
        ]
    )
    func refused(_ text: String, _ position: Int, _ kind: FEELFault.Kind) {
        #expect(throws: FEELFault(kind, at: position)) { try FEELExpression.reading(text) }
    }

    @Test("nesting and length have an end")
    func bounds() {
        let nested = String(repeating: "(", count: 500) + "1" + String(repeating: ")", count: 500)
        #expect(throws: FEELFault(.tooDeep, at: 101)) { try FEELExpression.reading(nested) }
        let signs = String(repeating: "-", count: 1_900) + "1"
        #expect(throws: FEELFault(.tooDeep, at: 101)) { try FEELExpression.reading(signs) }
        let chain = Array(repeating: "1", count: 300).joined(separator: "+")
        #expect(throws: FEELFault.self) { try FEELExpression.reading(chain) }
        #expect(throws: FEELFault(.tooLong, at: 2_001)) {
            try FEELExpression.reading(String(repeating: " ", count: 3_000))
        }
    }

    @Test("no text makes the reader stop the program")
    func noise() throws {
        var randomness = SeededNoise(state: 20_261_128)
        let pieces = [
            "1", "0.5", "\"甲\"", "date(\"2026-01-01\")", "(", ")", "[", "]", "..", ",", "<", "<=", "=", "!=", "-", "+",
            "*",
            "**", "/", "not(", "null", "true", "金额", " ", "\"", "\\", "duration(\"P1D\")", "，", "\u{0}", "\u{301}",
            "time(",
        ]
        var read = 0
        for _ in 0..<4_000 {
            let text = (0..<Int(randomness.next() % 12)).map { _ in pieces[Int(randomness.next() % 31)] }.joined()
            let table = DecisionTable.oneCell(text, of: .number)
            if table.read().decision != nil { read += 1 }
            _ = table.check()
            _ = try? FEELExpression.reading(text).expression.value([.number(1)])
        }
        #expect(read > 20)
    }
}

/// The same numbers in every run.
struct SeededNoise: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}

extension DecisionTable {
    /// A table of one rule, to try a cell.
    static func oneCell(_ cell: String, of type: FEELType, allowed: String? = nil) -> DecisionTable {
        DecisionTable(
            id: "one",
            name: "一格",
            hitPolicy: .unique,
            inputs: [Input(name: "value", label: "值", type: type, allowed: allowed)],
            outputs: [Output(name: "holds", label: "成立", type: .boolean)],
            rules: [Rule(when: [cell], then: ["true"])]
        )
    }
}
