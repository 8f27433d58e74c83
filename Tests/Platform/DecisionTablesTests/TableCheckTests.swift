import DecisionTables
import Testing

@Suite("Proof of a table")
struct TableCheckTests {
    private func table(
        _ policy: HitPolicy,
        _ cells: [[String]],
        allowed: [String?] = [">= 0", "\"citizen\", \"organization\""],
        otherwise: String? = nil
    ) -> DecisionTable {
        DecisionTable(
            id: "hearing",
            name: "听证",
            hitPolicy: policy,
            inputs: [
                DecisionTable.Input(name: "amount", label: "金额（元）", type: .number, allowed: allowed[0]),
                DecisionTable.Input(name: "party", label: "当事人", type: .string, allowed: allowed[1]),
            ],
            outputs: [DecisionTable.Output(name: "hearing", label: "听证", type: .boolean, otherwise: otherwise)],
            rules: cells.map { DecisionTable.Rule(when: [$0[0], $0[1]], then: [$0[2]]) }
        )
    }

    private let whole = [
        [">= 10000", "\"citizen\"", "true"], ["< 10000", "\"citizen\"", "false"],
        [">= 100000", "\"organization\"", "true"], ["< 100000", "\"organization\"", "false"],
    ]

    @Test("a table that answers every case once is proved")
    func proved() {
        #expect(table(.unique, whole).check() == [])
    }

    @Test("a gap is shown by inputs no rule answers, at the very boundary if need be")
    func gap() {
        var cells = whole
        cells[0][0] = "> 10000"
        #expect(table(.unique, cells).check() == [.gap([.number(10_000), .string("citizen")])])
        #expect(table(.unique, cells, otherwise: "false").check() == [])
    }

    @Test("an overlap is shown by inputs two rules answer, and the rules")
    func overlap() {
        var cells = whole
        cells[1][0] = "<= 10000"
        #expect(table(.unique, cells).check() == [.overlap(rules: [0, 1], [.number(10_000), .string("citizen")])])
        #expect(table(.any, cells).check() == [.overlap(rules: [0, 1], [.number(10_000), .string("citizen")])])
        #expect(table(.first, cells).check() == [])
    }

    @Test("between two decimals that seem to meet there is room")
    func decimals() {
        let cells = [["<= 0.1", "-", "true"], [">= 0.2", "-", "false"]]
        #expect(table(.unique, cells).check() == [.gap([.number(FEELNumber("0.15") ?? .zero), .string("citizen")])])
    }

    @Test("a rule below others that say everything it could say is named")
    func unreachable() {
        let cells = [["< 5", "-", "true"], [">= 3", "-", "true"], ["[2..8]", "\"citizen\"", "false"]]
        #expect(table(.first, cells).check() == [.unreachable(rule: 2, [.number(2), .string("citizen")])])
    }

    @Test("a cell outside the allowed values can never hold")
    func never() {
        let faults = table(.collect, [["< 0", "-", "true"], ["-", "\"gov\"", "true"]]).check()
        #expect(faults == [.neverHolds(rule: 0, input: 0), .neverHolds(rule: 1, input: 1)])
    }

    @Test("words that are not listed leave a gap, unless a rule takes all others")
    func openWords() {
        let cells = [["-", "\"citizen\"", "true"], ["-", "\"organization\"", "false"]]
        #expect(table(.unique, cells, allowed: [nil, nil]).check() == [.gap([.number(0), .string("其他")])])
        let others = cells + [["-", "not(\"citizen\", \"organization\")", "false"]]
        #expect(table(.unique, others, allowed: [nil, nil]).check() == [])
    }

    @Test("outputs to be ranked need a list, sums need numbers, a rule needs all its cells")
    func shape() {
        #expect(table(.priority, whole).check() == [.orderMissing(output: 0)])
        #expect(table(.collectSum, whole).check() == [.notAggregable])
        let short = DecisionTable(
            id: "x",
            name: "x",
            hitPolicy: .unique,
            inputs: [DecisionTable.Input(name: "", label: "", type: .number)],
            outputs: [],
            rules: [DecisionTable.Rule(when: [], then: [])]
        )
        #expect(short.check() == [.noOutput, .badName(""), .width(rule: 0)])
    }

    @Test("an output outside its values or of another type is refused where it stands")
    func conclusions() {
        let table = DecisionTable(
            id: "grade",
            name: "档次",
            hitPolicy: .unique,
            inputs: [DecisionTable.Input(name: "value", label: "值", type: .boolean)],
            outputs: [DecisionTable.Output(name: "grade", label: "档", type: .string, allowed: "\"轻\", \"重\"")],
            rules: [
                DecisionTable.Rule(when: ["true"], then: ["\"中\""]), DecisionTable.Rule(when: ["false"], then: ["1"]),
            ]
        )
        #expect(
            table.check() == [
                .notAllowed(.conclusion(rule: 0, output: 0)),
                .wrongType(.conclusion(rule: 1, output: 0), expected: .string, found: .number),
            ]
        )
    }

    @Test("the proof agrees with trying many inputs, for tables made by chance")
    func againstTrying() throws {
        var noise = SeededNoise(state: 7)
        func cell() -> String {
            let lower = Int(noise.next() % 6)
            return ["-", "< \(lower)", ">= \(lower)", "[\(lower)..\(lower + 1)]", "not(\(lower))"][
                Int(noise.next() % 5)
            ]
        }
        for _ in 0..<80 {
            let rules = (0..<4).map { _ in DecisionTable.Rule(when: [cell(), cell()], then: ["true"]) }
            let table = DecisionTable(
                id: "chance",
                name: "随机",
                hitPolicy: .unique,
                inputs: ["a", "b"].map { DecisionTable.Input(name: $0, label: $0, type: .number, allowed: "[0..7]") },
                outputs: [DecisionTable.Output(name: "is", label: "是", type: .boolean)],
                rules: rules
            )
            let faults = table.check()
            guard !faults.contains(where: { if case .neverHolds = $0 { true } else { false } }) else { continue }
            let decision = try #require(table.read().decision)
            var hasGap = false
            var hasOverlap = false
            for a in 0...14 {
                for b in 0...14 {
                    let half = { (value: Int) in FEELValue.number(FEELNumber("\(value / 2).\(value % 2 * 5)") ?? .zero)
                    }
                    let outcome = decision.decide(["a": half(a), "b": half(b)])
                    hasGap = hasGap || outcome.rules.isEmpty
                    hasOverlap = hasOverlap || outcome.isConflict
                }
            }
            #expect(faults.contains { if case .gap = $0 { true } else { false } } == hasGap)
            #expect(faults.contains { if case .overlap = $0 { true } else { false } } == hasOverlap)
            for case .gap(let example) in faults {
                #expect(decision.decide(["a": example[0], "b": example[1]]).rules.isEmpty)
            }
            for case .overlap(let rules, let example) in faults {
                #expect(decision.decide(["a": example[0], "b": example[1]]).rules == rules)
            }
        }
    }
}
