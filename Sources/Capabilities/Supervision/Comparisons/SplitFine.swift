import Kernel
package import TimeLimits

/// SEQ-SPLIT: fines of one agency for one party and one breach stay below the hearing threshold each, and pass it together.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 29 (one act is not fined twice), 63 (hearing); 10,000 yuan for
///   citizens and 100,000 for organizations where the province says nothing.
package struct SplitFine: ComparisonRule {
    package static let code = RuleCode.splitFine
    package static let title = "拆分罚款规避听证"
    package static let numbers = [daysNumber, citizenNumber, organizationNumber]
    package static let span = ComparisonSpan.day
    private static let daysNumber = RuleNumber("days", "多少日之内", standard: 60, within: 1...366)
    private static let citizenNumber = RuleNumber(
        "citizenYuan",
        "公民听证标准（元）",
        standard: 10_000,
        within: 500...1_000_000
    )
    private static let organizationNumber = RuleNumber(
        "organizationYuan",
        "组织听证标准（元）",
        standard: 100_000,
        within: 1_000...10_000_000
    )
    package let dimension = Dimension.discretion
    package let level: FindingLevel
    package let article = "行政处罚法§29、63"
    private let days: Int
    private let citizen: Money
    private let organization: Money

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(SplitFine.code, default: .warning)
        days = try parameters.number(SplitFine.code, SplitFine.daysNumber)
        citizen = Money(fen: Int64(try parameters.number(SplitFine.code, SplitFine.citizenNumber)) * 100)
        organization = Money(fen: Int64(try parameters.number(SplitFine.code, SplitFine.organizationNumber)) * 100)
    }

    private struct Matter: Hashable {
        let agency: String
        let party: String
        let broken: String
    }

    package func leads(in table: StepTable, _ slice: StepSlice, _ calendar: WorkingCalendar) -> [Lead] {
        var open: [Matter: [ImposedDecision]] = [:]
        var leads: [Lead] = []
        for decision in table.decisions where decision.decidedAt.day <= slice.days.upperBound {
            guard slice.covers(decision), !decision.party.isEmpty, !decision.broken.isEmpty else { continue }
            let threshold = decision.isCitizen ? citizen : organization
            guard decision.fine < threshold else { continue }
            let matter = Matter(agency: decision.agency, party: decision.party, broken: decision.broken)
            let group =
                (open[matter] ?? []).filter { decision.decidedAt.day - $0.decidedAt.day <= days } + [decision]
            open[matter] = group
            let sum = group.map(\.fine).reduce(Money(fen: 0), +)
            guard group.count > 1, sum >= threshold else { continue }
            // What comes after is a group of its own.
            open[matter] = nil
            guard slice.days.contains(decision.decidedAt.day) else { continue }
            leads.append(lead(of: group, sum, threshold))
        }
        return leads.ordered
    }

    private func lead(of group: [ImposedDecision], _ sum: Money, _ threshold: Money) -> Lead {
        let last = group[group.count - 1]
        return Lead(
            Self.code,
            .party(last.party),
            at: (last.agency, last.agencyName),
            key: group[0].caseNumber,
            message: "\(days)日内对同一当事人违反\(last.broken)分\(group.count)件罚款，合计\(sum.yuan)元，每件均低于听证标准\(threshold.yuan)元",
            since: last.decidedAt,
            comparison: Comparison(
                "各件罚款（元）",
                of: .caseNumber(last.caseNumber),
                among: group.map {
                    Comparison.Member(.caseNumber($0.caseNumber), name: $0.caseNumber, value: $0.fine.yuan)
                },
                cases: group.map(\.caseNumber)
            )
        )
    }
}

extension StepSlice {
    /// Whether a decision belongs to the slice, whatever its day.
    func covers(_ decision: ImposedDecision) -> Bool {
        (agencies?.contains(decision.agency) ?? true) && (item ?? decision.item) == decision.item
    }
}

extension Money {
    /// Whole yuan; what is below is left out.
    var yuan: Int { Int(fen / 100) }
}
