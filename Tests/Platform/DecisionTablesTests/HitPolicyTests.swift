import DecisionTables
import Testing

@Suite("Hit policies")
struct HitPolicyTests {
    /// Three rules, of which the first two hold for 7.
    private func table(_ policy: HitPolicy, _ outputs: [String] = ["3", "5", "1"]) -> DecisionTable {
        DecisionTable(
            id: "policy",
            name: "命中策略",
            hitPolicy: policy,
            inputs: [DecisionTable.Input(name: "value", label: "值", type: .number)],
            outputs: [DecisionTable.Output(name: "grade", label: "档", type: .number, allowed: "1, 5, 3")],
            rules: zip([">= 5", "< 10", "< 5"], outputs).map { DecisionTable.Rule(when: [$0], then: [$1]) }
        )
    }

    @Test(
        "what follows when two rules hold",
        arguments: [
            (HitPolicy.unique, [0, 1], nil, true), (.any, [0, 1], nil, true), (.first, [0], "[3]", false),
            (.priority, [1], "[5]", false), (.collect, [0, 1], "[[3, 5]]", false),
            (.ruleOrder, [0, 1], "[[3, 5]]", false),
            (.outputOrder, [1, 0], "[[5, 3]]", false), (.collectSum, [0, 1], "[8]", false),
            (.collectLeast, [0, 1], "[3]", false), (.collectGreatest, [0, 1], "[5]", false),
            (.collectCount, [0, 1], "[2]", false),
        ] as [(HitPolicy, [Int], String?, Bool)]
    )
    func twoHold(_ policy: HitPolicy, _ rules: [Int], _ values: String?, _ isConflict: Bool) throws {
        let outcome = try #require(table(policy).read().decision).decide(["value": .number(7)])
        #expect(outcome.rules == rules)
        #expect(outcome.values.map { FEELValue.list($0).description } == values)
        #expect(outcome.isConflict == isConflict)
    }

    @Test("rules that say the same may hold together under A")
    func any() throws {
        let outcome = try #require(table(.any, ["3", "3", "1"]).read().decision).decide(["value": .number(7)])
        #expect(outcome.values == [.number(3)])
    }

    @Test("nothing follows from a fact that is missing, or from one outside the allowed values")
    func nothing() throws {
        let decision = try #require(DecisionTable.oneCell("-", of: .number, allowed: ">= 0").read().decision)
        #expect(decision.decide(["value": .number(-1)]).values == nil)
        #expect(decision.decide(["value": .number(0)]).values == [.boolean(true)])
        #expect(try #require(table(.first).read().decision).decide([:]).values == nil)
    }

    @Test("a column may compute what it tests, and a conclusion what it says")
    func computed() throws {
        let table = DecisionTable(
            id: "surcharge",
            name: "加处罚款",
            hitPolicy: .first,
            inputs: [DecisionTable.Input(name: "share", label: "比例", type: .number, expression: "surcharge / fine")],
            outputs: [DecisionTable.Output(name: "due", label: "应缴", type: .number)],
            rules: [
                DecisionTable.Rule(when: ["> 1"], then: ["fine * 2"]),
                DecisionTable.Rule(when: ["-"], then: ["fine + surcharge"]),
            ]
        )
        let decision = try #require(table.read().decision)
        #expect(decision.facts == ["surcharge", "fine"])
        #expect(decision.decide(["fine": .number(200), "surcharge": .number(300)]).values == [.number(400)])
        #expect(decision.decide(["fine": .number(200), "surcharge": .number(30)]).values == [.number(230)])
    }
}
