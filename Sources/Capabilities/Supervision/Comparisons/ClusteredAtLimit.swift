import Directory
import Kernel
package import TimeLimits

/// SEQ-ATLIMIT: an agency finishes a step on the last day of its limit far more often than others do.
///
/// - Source: 优化营商环境条例 §36 (what can be done earlier is not to be kept); thresholds of ours.
package struct ClusteredAtLimit: ComparisonRule {
    package static let code = RuleCode.atLimit
    package static let title = "集中在时限最后一日办结"
    package static let numbers = [stepsNumber, percentNumber, timesNumber]
    package static let span = ComparisonSpan.quarter
    private static let stepsNumber = RuleNumber("steps", "至少办结环节", standard: 20, within: 5...1_000)
    private static let percentNumber = RuleNumber("percent", "最后一日占比（%）", standard: 50, within: 10...100)
    private static let timesNumber = RuleNumber("times", "为其他单位的倍数", standard: 2, within: 1...20)
    package let dimension = Dimension.time
    package let level: FindingLevel
    package let article = "优化营商环境条例§36"
    private let steps: Int
    private let percent: Int
    private let times: Int

    /// A step of one day is always done on its last day.
    private static let shortestLimit = 2

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(ClusteredAtLimit.code, default: .warning)
        steps = try parameters.number(ClusteredAtLimit.code, ClusteredAtLimit.stepsNumber)
        percent = try parameters.number(ClusteredAtLimit.code, ClusteredAtLimit.percentNumber)
        times = try parameters.number(ClusteredAtLimit.code, ClusteredAtLimit.timesNumber)
    }

    private struct Tally {
        var name = ""
        var all = 0
        var last: [SlicePass.Row] = []

        var percent: Int { all == 0 ? 0 : last.count * 100 / all }
    }

    package func leads(in table: StepTable, _ slice: StepSlice, _ calendar: WorkingCalendar) -> [Lead] {
        var byStep: [String: [String: Tally]] = [:]
        SlicePass(table, slice, calendar).each { row in
            guard let limit = row.limit, limit >= Self.shortestLimit else { return }
            let place = table.places[row.place]
            byStep[place.stepName, default: [:]][place.agency, default: Tally()].name = place.agencyName
            byStep[place.stepName]?[place.agency]?.all += 1
            if row.days == limit { byStep[place.stepName]?[place.agency]?.last.append(row) }
        }
        var leads: [Lead] = []
        for (step, agencies) in byStep {
            for (agency, tally) in agencies where tally.all >= steps && tally.percent >= percent {
                let others = agencies.filter { $0.key != agency }.values
                let (all, last) = (others.map(\.all).reduce(0, +), others.map(\.last.count).reduce(0, +))
                // Without anyone to compare with nothing stands out.
                guard all >= steps, tally.last.count * all >= times * last * tally.all, let first = tally.last.first
                else { continue }
                leads.append(
                    Lead(
                        Self.code,
                        .agency(Agency.ID(agency)),
                        at: (agency, tally.name),
                        key: step,
                        message: "“\(step)”环节\(tally.all)个中有\(tally.last.count)个在时限最后一日办结，占\(tally.percent)%",
                        since: first.doneAt,
                        comparison: Comparison(
                            "在时限最后一日办结（%）",
                            of: .agency(Agency.ID(agency)),
                            among: agencies.map { id, tally in
                                Comparison.Member(.agency(Agency.ID(id)), name: tally.name, value: tally.percent)
                            },
                            cases: tally.last.map { table.cases[Int($0.caseNumber)] }
                        )
                    )
                )
            }
        }
        return leads.ordered
    }
}
