import Kernel
package import TimeLimits

/// SEQ-PEERS: a fine is many times, or a small part of, what was imposed before for the same breach in the same grade.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 5(2), 34 (discretion by benchmark); thresholds of ours.
package struct FarFromPeers: ComparisonRule {
    package static let code = RuleCode.farFromPeers
    package static let title = "裁量明显偏离同类案件"
    package static let numbers = [casesNumber, timesNumber]
    package static let span = ComparisonSpan.day
    private static let casesNumber = RuleNumber("cases", "至少有同类案件", standard: 5, within: 3...1_000)
    private static let timesNumber = RuleNumber("times", "与中位数相差几倍", standard: 3, within: 2...100)
    /// How far back like cases are looked for.
    private static let days = 365
    package let dimension = Dimension.discretion
    package let level: FindingLevel
    package let article = "行政处罚法§5.2、34"
    private let cases: Int
    private let times: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(FarFromPeers.code, default: .warning)
        cases = try parameters.number(FarFromPeers.code, FarFromPeers.casesNumber)
        times = try parameters.number(FarFromPeers.code, FarFromPeers.timesNumber)
    }

    /// What makes circumstances alike; agencies of one item's name are held together.
    private struct Likeness: Hashable {
        let item: String
        let broken: String
        let grade: String
        let isCitizen: Bool
    }

    package func leads(in table: StepTable, _ slice: StepSlice, _ calendar: WorkingCalendar) -> [Lead] {
        var earlier: [Likeness: [ImposedDecision]] = [:]
        var leads: [Lead] = []
        for decision in table.decisions where decision.decidedAt.day <= slice.days.upperBound {
            guard slice.covers(decision), !decision.broken.isEmpty, !decision.grade.isEmpty else { continue }
            let likeness = Likeness(
                item: decision.item,
                broken: decision.broken,
                grade: decision.grade,
                isCitizen: decision.isCitizen
            )
            defer { earlier[likeness, default: []].append(decision) }
            guard slice.days.contains(decision.decidedAt.day) else { continue }
            let peers = (earlier[likeness] ?? []).filter {
                decision.decidedAt.day - $0.decidedAt.day <= FarFromPeers.days
            }
            guard peers.count >= cases else { continue }
            let usual = peers.map(\.fine.yuan).lowerMedian
            let own = decision.fine.yuan
            guard usual > 0, own >= times * usual || own * times <= usual else { continue }
            leads.append(lead(of: decision, among: peers, usual: usual))
        }
        return leads.ordered
    }

    private func lead(of decision: ImposedDecision, among peers: [ImposedDecision], usual: Int) -> Lead {
        Lead(
            Self.code,
            .caseNumber(decision.caseNumber),
            at: (decision.agency, decision.agencyName),
            key: decision.caseNumber,
            message: "罚款\(decision.fine.yuan)元，同一违法、同一裁量情节的\(peers.count)件中位数为\(usual)元",
            since: decision.decidedAt,
            comparison: Comparison(
                "罚款（元）",
                of: .caseNumber(decision.caseNumber),
                among: (peers + [decision]).map {
                    Comparison.Member(.caseNumber($0.caseNumber), name: $0.caseNumber, value: $0.fine.yuan)
                },
                cases: [decision.caseNumber] + peers.map(\.caseNumber)
            )
        )
    }
}
