import Kernel
package import TimeLimits

/// SEQ-BACKFILL: an officer enters steps long after they happened, far more often than others at the agency.
///
/// - Source: 国办发〔2018〕118号 三 (the whole process is recorded); 川办发〔2011〕45号 (no running off line and entering
///   afterwards); thresholds of ours.
package struct OftenEnteredLate: ComparisonRule {
    package static let code = RuleCode.enteredLate
    package static let title = "经常事后补录"
    package static let numbers = [hoursNumber, stepsNumber, percentNumber, timesNumber]
    package static let span = ComparisonSpan.quarter
    private static let hoursNumber = RuleNumber("hours", "办理后多少小时录入", standard: 24, within: 1...720)
    private static let stepsNumber = RuleNumber("steps", "至少补录环节", standard: 5, within: 2...1_000)
    private static let percentNumber = RuleNumber("percent", "占其办结环节（%）", standard: 20, within: 1...100)
    private static let timesNumber = RuleNumber("times", "为他人占比的倍数", standard: 3, within: 2...100)
    package let dimension = Dimension.content
    package let level: FindingLevel
    package let article = "国办发〔2018〕118号三"
    private let hours: Int
    private let steps: Int
    private let percent: Int
    private let times: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(OftenEnteredLate.code, default: .warning)
        hours = try parameters.number(OftenEnteredLate.code, OftenEnteredLate.hoursNumber)
        steps = try parameters.number(OftenEnteredLate.code, OftenEnteredLate.stepsNumber)
        percent = try parameters.number(OftenEnteredLate.code, OftenEnteredLate.percentNumber)
        times = try parameters.number(OftenEnteredLate.code, OftenEnteredLate.timesNumber)
    }

    private struct Tally {
        var all = 0
        var late: [SlicePass.Row] = []

        var percent: Int { all == 0 ? 0 : late.count * 100 / all }
    }

    package func leads(in table: StepTable, _ slice: StepSlice, _ calendar: WorkingCalendar) -> [Lead] {
        var byAgency: [String: [Int: Tally]] = [:]
        SlicePass(table, slice, calendar).each { row in
            guard row.officer > 0 else { return }
            let agency = table.places[row.place].agency
            byAgency[agency, default: [:]][row.officer, default: Tally()].all += 1
            if row.delay >= hours { byAgency[agency]?[row.officer]?.late.append(row) }
        }
        var leads: [Lead] = []
        for officers in byAgency.values {
            for (officer, tally) in officers where tally.late.count >= steps && tally.percent >= percent {
                let others = officers.filter { $0.key != officer }.values
                let (all, late) = (others.map(\.all).reduce(0, +), others.map(\.late.count).reduce(0, +))
                // Without anyone to compare with nothing stands out.
                guard all >= steps, tally.late.count * all >= times * late * tally.all, let last = tally.late.last
                else { continue }
                leads.append(
                    Lead(
                        Self.code,
                        .person(table.people[officer]),
                        at: table.agency(of: last.place),
                        key: "",
                        message: "办结的\(tally.all)个环节中有\(tally.late.count)个在办理\(hours)小时后才录入，占\(tally.percent)%",
                        since: last.doneAt,
                        comparison: Comparison(
                            "办理\(hours)小时后录入的环节（%）",
                            of: .person(table.people[officer]),
                            among: officers.map {
                                Comparison.Member(.person(table.people[$0.key]), value: $0.value.percent)
                            },
                            cases: tally.late.map { table.cases[Int($0.caseNumber)] }
                        )
                    )
                )
            }
        }
        return leads.ordered
    }
}
