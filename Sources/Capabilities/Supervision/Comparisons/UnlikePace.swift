import Kernel
package import TimeLimits

/// SEQ-PACE: an officer takes a small part of the time that others take for the same step of the same item.
///
/// - Source: 川办发〔2011〕45号 (异常: acts that no ordinary handling explains); thresholds of ours.
package struct UnlikePace: ComparisonRule {
    package static let code = RuleCode.pace
    package static let title = "用时明显短于他人"
    package static let numbers = [stepsNumber, timesNumber]
    package static let span = ComparisonSpan.quarter
    private static let stepsNumber = RuleNumber("steps", "至少办结环节", standard: 10, within: 3...1_000)
    private static let timesNumber = RuleNumber("times", "他人用时为其几倍", standard: 4, within: 2...100)
    package let dimension = Dimension.conduct
    package let level: FindingLevel
    package let article = "川办发〔2011〕45号"
    private let steps: Int
    private let times: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(UnlikePace.code, default: .warning)
        steps = try parameters.number(UnlikePace.code, UnlikePace.stepsNumber)
        times = try parameters.number(UnlikePace.code, UnlikePace.timesNumber)
    }

    private struct Work: Hashable {
        let item: String
        let step: String
    }

    package func leads(in table: StepTable, _ slice: StepSlice, _ calendar: WorkingCalendar) -> [Lead] {
        var byWork: [Work: [Int: [SlicePass.Row]]] = [:]
        var names: [Work: String] = [:]
        SlicePass(table, slice, calendar).each { row in
            guard row.officer > 0, (row.limit ?? 0) > 0 else { return }
            let place = table.places[row.place]
            let work = Work(item: place.item, step: place.stepName)
            byWork[work, default: [:]][row.officer, default: []].append(row)
            names[work] = place.itemName
        }
        var leads: [Lead] = []
        for (work, officers) in byWork {
            let medians = officers.mapValues { $0.map(\.minutes).lowerMedian }
            for (officer, rows) in officers where rows.count >= steps {
                let others = officers.filter { $0.key != officer }.values.flatMap { $0.map(\.minutes) }
                guard others.count >= steps, let own = medians[officer] else { continue }
                let usual = others.lowerMedian
                guard usual > 0, own * times <= usual else { continue }
                let name = names[work] ?? work.item
                leads.append(
                    Lead(
                        Self.code,
                        .person(table.people[officer]),
                        at: table.agency(of: rows[0].place),
                        key: "\(work.item)/\(work.step)",
                        message: "“\(name)”的“\(work.step)”环节\(rows.count)个，用时中位数\(own)分钟，他人为\(usual)分钟",
                        since: rows[0].doneAt,
                        comparison: Comparison(
                            "用时中位数（分钟）",
                            of: .person(table.people[officer]),
                            among: medians.map { Comparison.Member(.person(table.people[$0.key]), value: $0.value) },
                            cases: rows.map { table.cases[Int($0.caseNumber)] }
                        )
                    )
                )
            }
        }
        return leads.ordered
    }
}
