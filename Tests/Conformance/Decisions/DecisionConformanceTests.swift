import Testing

@Suite("Decision tables, conformance level 2")
struct DecisionConformanceTests {
    @Test(
        "a feature of the standard gives what it should, or the reason is given why it is not there",
        arguments: DecisionFeature.all.indices
    )
    func feature(_ index: Int) throws {
        try DecisionFeature.all[index].run()
    }

    @Test("the scorecard names every feature once")
    func scorecard() {
        let features = DecisionFeature.all
        #expect(Set(features.map(\.name)).count == features.count)
        let lines = features.map { feature in
            switch feature.show {
            case .notThere(let reason): "  \(feature.clause) \(feature.name): not there, \(reason)"
            case .cells, .expressions, .table: "  \(feature.clause) \(feature.name): there"
            }
        }
        let there = lines.count { $0.hasSuffix(": there") }
        print((["DMN 1.3 level 2: \(there) of \(lines.count) features there"] + lines).joined(separator: "\n"))
        #expect(there >= 22)
    }
}
