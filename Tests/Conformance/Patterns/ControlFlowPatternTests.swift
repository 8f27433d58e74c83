import Testing

@Suite("Control-flow patterns")
struct ControlFlowPatternTests {
    @Test("a pattern is shown by a model that runs, or the reason is given why nobody needs it", arguments: 1...43)
    func pattern(_ number: Int) throws {
        let pattern = try #require(ControlFlowPattern.all.first { $0.number == number })
        switch pattern.standing {
        case .supported(let show): try show()
        case .notNeeded(let reason): #expect(!reason.isEmpty)
        }
    }

    @Test("the scorecard names every pattern once")
    func scorecard() {
        #expect(ControlFlowPattern.all.map(\.number) == Array(1...43))
        let supported = ControlFlowPattern.all.count { if case .supported = $0.standing { true } else { false } }
        let lines = ControlFlowPattern.all.map { pattern in
            switch pattern.standing {
            case .supported: "  \(pattern.number) \(pattern.name): supported"
            case .notNeeded(let reason): "  \(pattern.number) \(pattern.name): not needed, \(reason)"
            }
        }
        print((["control-flow patterns: \(supported) of \(lines.count) supported"] + lines).joined(separator: "\n"))
        #expect(supported >= 36)
    }
}
