import Kernel
package import TimeLimits

/// SEQ-BULK: one officer finishes many like steps within minutes, faster than they can be read.
///
/// - Source: 川办发〔2011〕45号 (异常: acts that no ordinary handling explains); thresholds of ours.
package struct BulkCompletion: ComparisonRule {
    package static let code = RuleCode.bulk
    package static let title = "集中快速办结"
    package static let numbers = [countNumber, minutesNumber]
    package static let span = ComparisonSpan.day
    private static let countNumber = RuleNumber("count", "至少办结件数", standard: 5, within: 3...100)
    private static let minutesNumber = RuleNumber("minutes", "多少分钟之内", standard: 10, within: 1...240)
    package let dimension = Dimension.conduct
    package let level: FindingLevel
    package let article = "川办发〔2011〕45号"
    private let count: Int
    private let minutes: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(BulkCompletion.code, default: .warning)
        count = try parameters.number(BulkCompletion.code, BulkCompletion.countNumber)
        minutes = try parameters.number(BulkCompletion.code, BulkCompletion.minutesNumber)
    }

    package func leads(in table: StepTable, _ slice: StepSlice, _ calendar: WorkingCalendar) -> [Lead] {
        // By name of the step, then by officer, in the order of time; what has no limit asks for no judgment.
        var byStep: [String: [Int: [SlicePass.Row]]] = [:]
        SlicePass(table, slice, calendar).each { row in
            guard row.officer > 0, (row.limit ?? 0) > 0 else { return }
            byStep[table.places[row.place].stepName, default: [:]][row.officer, default: []].append(row)
        }
        var leads: [Lead] = []
        for (step, officers) in byStep {
            let most = officers.mapValues { rows in runs(rows).map(\.count).max() ?? 0 }
            for (officer, rows) in officers {
                for run in runs(rows) where run.count >= count {
                    guard let first = run.first else { continue }
                    let cases = run.map { table.cases[Int($0.caseNumber)] }
                    leads.append(
                        Lead(
                            Self.code,
                            .person(table.people[officer]),
                            at: table.agency(of: first.place),
                            key: "\(step)/\(cases[0])",
                            message: "“\(step)”环节在\(minutes)分钟内办结\(run.count)件",
                            since: first.doneAt,
                            comparison: Comparison(
                                "同一环节\(minutes)分钟内最多办结（件）",
                                of: .person(table.people[officer]),
                                among: most.map { Comparison.Member(.person(table.people[$0.key]), value: $0.value) },
                                cases: cases
                            )
                        )
                    )
                }
            }
        }
        return leads.ordered
    }

    /// The rows cut into stretches that begin with a row and hold what follows it within the minutes.
    private func runs(_ rows: [SlicePass.Row]) -> [ArraySlice<SlicePass.Row>] {
        var runs: [ArraySlice<SlicePass.Row>] = []
        var first = 0
        while first < rows.count {
            var end = first + 1
            while end < rows.count, rows[end].done - rows[first].done <= minutes * 60 { end += 1 }
            if end - first >= count {
                runs.append(rows[first..<end])
                first = end
            } else {
                // A shorter stretch still counts for the comparison, and a longer one may begin within it.
                runs.append(rows[first..<end])
                first += 1
            }
        }
        return runs
    }
}
