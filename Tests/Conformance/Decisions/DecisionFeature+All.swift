import DecisionTables

extension DecisionFeature {
    /// Three rules over a number; the first two hold together from 5 to 10.
    private static func policy(
        _ policy: HitPolicy,
        then outputs: [String] = ["\"中\"", "\"高\"", "\"低\""],
        type: FEELType = .string,
        allowed: String? = "\"高\", \"中\", \"低\"",
        otherwise: String? = nil
    ) -> DecisionTable {
        DecisionTable(
            id: "policy",
            name: "policy",
            hitPolicy: policy,
            inputs: [DecisionTable.Input(name: "value", label: "value", type: .number)],
            outputs: [
                DecisionTable.Output(name: "grade", label: "grade", type: type, allowed: allowed, otherwise: otherwise)
            ],
            rules: zip(["[5..20]", "<= 10", "[5..7]"], outputs).map { DecisionTable.Rule(when: [$0], then: [$1]) }
        )
    }

    static let all: [DecisionFeature] = tables + language

    private static let tables = [
        DecisionFeature("8.2.8", "hit policy unique", .table(policy(.unique), [("15", "[\"中\"]"), ("9", "conflict")])),
        DecisionFeature(
            "8.2.8",
            "hit policy any",
            .table(
                policy(.any, then: ["\"中\"", "\"中\"", "\"低\""]),
                [("9", "[\"中\"]"), ("6", "conflict"), ("30", "none")]
            )
        ),
        DecisionFeature(
            "8.2.8",
            "hit policy priority",
            .table(policy(.priority), [("6", "[\"高\"]"), ("15", "[\"中\"]")])
        ),
        DecisionFeature("8.2.8", "hit policy first", .table(policy(.first), [("6", "[\"中\"]"), ("3", "[\"高\"]")])),
        DecisionFeature(
            "8.2.8",
            "hit policy rule order",
            .table(policy(.ruleOrder), [("6", "[[\"中\", \"高\", \"低\"]]"), ("9", "[[\"中\", \"高\"]]")])
        ),
        DecisionFeature(
            "8.2.8",
            "hit policy output order",
            .table(policy(.outputOrder), [("6", "[[\"高\", \"中\", \"低\"]]")])
        ),
        DecisionFeature("8.2.8", "hit policy collect", .table(policy(.collect), [("3", "[[\"高\"]]"), ("30", "none")])),
        DecisionFeature("8.2.8", "collect: sum", .table(sum(.collectSum), [("6", "[60]")])),
        DecisionFeature("8.2.8", "collect: least", .table(sum(.collectLeast), [("6", "[10]"), ("9", "[20]")])),
        DecisionFeature("8.2.8", "collect: greatest", .table(sum(.collectGreatest), [("6", "[30]")])),
        DecisionFeature("8.2.8", "collect: count", .table(sum(.collectCount), [("6", "[3]"), ("30", "[0]")])),
        DecisionFeature(
            "8.2.11",
            "a default where no rule holds",
            .table(policy(.first, otherwise: "\"低\""), [("30", "[\"低\"]")])
        ),
        DecisionFeature("8.3.3", "a missing fact fits no cell but -", .table(policy(.first), [("", "none")])),
        DecisionFeature(
            "6",
            "requirements graphs: a decision that asks another",
            .notThere(reason: "tables of one file are read one by one; the facts of a case come from the case")
        ),
        DecisionFeature(
            "7.3.1",
            "literal expressions as decisions",
            .notThere(reason: "a sum belongs in a column or an output; the importer names what it passes by")
        ),
        DecisionFeature(
            "8.2.2",
            "crosstabs and rules as columns",
            .notThere(reason: "the orientation is a matter of drawing; the file holds rules either way")
        ),
    ]

    private static func sum(_ gathering: HitPolicy) -> DecisionTable {
        policy(gathering, then: ["20", "30", "10"], type: .number, allowed: nil)
    }

    private static let language = [
        DecisionFeature(
            "9 (1–3)",
            "arithmetic with precedence, unary minus and brackets",
            .expressions([
                ("a + b * 2", "18"), ("(a + b) * 2", "28"), ("a / b", "2.5"), ("a - b - 1", "5"), ("-a + b", "-6"),
                ("2 ** 3", "8"), ("a / 0", "null"), ("a + text", "null"),
            ])
        ),
        DecisionFeature(
            "10.3.2.3.1",
            "numbers of 34 decimal digits",
            .expressions([
                ("0.1 + 0.2", "0.3"), ("1 / 3", "0." + String(repeating: "3", count: 34)),
                ("1.10 = 1.1", "true"),
                ("9999999999999999999999999999999999 + 1", "1" + String(repeating: "0", count: 34)),
            ])
        ),
        DecisionFeature(
            "9 (51)",
            "comparisons",
            .expressions([
                ("a > b", "true"), ("a <= 9.99", "false"), ("a = 10", "true"), ("a != 10", "false"),
                ("text = \"甲\"", "true"),
                ("a = text", "null"),
            ])
        ),
        DecisionFeature("9 (27–29)", "names with spaces", .expressions([("full name * 2 + a", "16")])),
        DecisionFeature(
            "9 (7, 10)",
            "comparisons in cells",
            .cells([
                DecisionFeature.Cell(.number, "< 5", holds: ["4.9"], not: ["5"]),
                DecisionFeature.Cell(.number, ">= -5", holds: ["-5"], not: ["-5.1"]),
                DecisionFeature.Cell(.date, "> date(\"2026-02-28\")", holds: ["2026-03-01"], not: ["2026-02-28"]),
            ])
        ),
        DecisionFeature(
            "9 (8)",
            "ranges, open and closed, in all notations",
            .cells([
                DecisionFeature.Cell(.number, "[1..5]", holds: ["1", "5"], not: ["0", "6"]),
                DecisionFeature.Cell(.number, "(1..5)", holds: ["2"], not: ["1", "5"]),
                DecisionFeature.Cell(.number, "]1..5[", holds: ["2"], not: ["1", "5"]),
                DecisionFeature.Cell(.number, "[1..5)", holds: ["1"], not: ["5"]),
            ])
        ),
        DecisionFeature(
            "9 (11–13)",
            "lists, negation and anything",
            .cells([
                DecisionFeature.Cell(.string, "\"甲\", \"乙\"", holds: ["甲", "乙"], not: ["丙"]),
                DecisionFeature.Cell(.string, "not(\"甲\", \"乙\")", holds: ["丙"], not: ["甲"]),
                DecisionFeature.Cell(.number, "1, [3..4], > 9", holds: ["1", "3.5", "10"], not: ["2", "9"]),
                DecisionFeature.Cell(.number, "-", holds: ["-1", "0"]),
            ])
        ),
        DecisionFeature(
            "9 (34), 10.3.2.3",
            "literals of every type",
            .cells([
                DecisionFeature.Cell(.boolean, "false", holds: ["false"], not: ["true"]),
                DecisionFeature.Cell(.number, ".5", holds: ["0.50"], not: ["5"]),
                DecisionFeature.Cell(.string, "\"a \\\"b\\\"\"", holds: ["a \"b\""], not: ["a b"]),
                DecisionFeature.Cell(.time, ">= time(\"12:00:00\")", holds: ["12:00:00"], not: ["11:59:59"]),
                DecisionFeature.Cell(
                    .dateTime,
                    "< date and time(\"2026-01-01T00:00:00\")",
                    holds: ["2025-12-31T23:59:59"],
                    not: ["2026-01-01T00:00:00"]
                ),
                DecisionFeature.Cell(.daysDuration, "<= duration(\"P2DT1H\")", holds: ["PT49H"], not: ["PT50H"]),
                DecisionFeature.Cell(.monthsDuration, "> duration(\"P1Y\")", holds: ["P13M"], not: ["P12M"]),
            ])
        ),
        DecisionFeature(
            "10.3.2.3.5–8",
            "calculating with days and durations",
            .expressions([
                ("date(\"2026-03-01\") - date(\"2026-02-01\")", "duration(\"P28D\")"),
                ("date(\"2026-01-31\") + duration(\"P1M\")", "date(\"2026-02-28\")"),
                ("duration(\"P1Y\") - duration(\"P6M\")", "duration(\"P6M\")"),
                ("time(\"23:30:00\") + duration(\"PT1H\")", "time(\"00:30:00\")"),
            ])
        ),
        DecisionFeature(
            "10.3.2.3.5",
            "time zones by name, fractions of a second, years beyond 1900–2999",
            .notThere(
                reason: "the house counts civil days from 1900 to 2999 and whole seconds; such literals are refused"
            )
        ),
    ]
}
