import Directory
import Kernel
package import TimeLimits

/// SEQ-DEALING: one officer does nearly every case of one party, though others do the same step.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 43; Administrative License Law (行政许可法) art. 5 (recusal,
///   impartial handling); thresholds of ours.
package struct RepeatedDealing: ComparisonRule {
    package static let code = RuleCode.dealing
    package static let title = "同一人员频繁办理同一当事人"
    package static let numbers = [casesNumber, percentNumber, usualNumber]
    package static let span = ComparisonSpan.quarter
    private static let casesNumber = RuleNumber("cases", "至少办件", standard: 6, within: 3...100)
    private static let percentNumber = RuleNumber("percent", "占该当事人办件（%）", standard: 80, within: 50...100)
    private static let usualNumber = RuleNumber("usualPercent", "为其平时占比的（%）", standard: 150, within: 110...2_000)
    package let dimension = Dimension.conduct
    package let level: FindingLevel
    package let article = "行政处罚法§43；行政许可法§5"
    private let cases: Int
    private let percent: Int
    private let usual: Int

    package init(_ parameters: RuleParameters = .defaults) throws(RuleParameters.Fault) {
        level = parameters.level(RepeatedDealing.code, default: .warning)
        cases = try parameters.number(RepeatedDealing.code, RepeatedDealing.casesNumber)
        percent = try parameters.number(RepeatedDealing.code, RepeatedDealing.percentNumber)
        usual = try parameters.number(RepeatedDealing.code, RepeatedDealing.usualNumber)
    }

    private struct Work: Hashable {
        let agency: String
        let step: String
    }

    package func leads(in table: StepTable, _ slice: StepSlice, _ calendar: WorkingCalendar) -> [Lead] {
        // By officer, then by party, the cases in the order of time.
        var byWork: [Work: [Int: [String: [SlicePass.Row]]]] = [:]
        SlicePass(table, slice, calendar).each { row in
            let party = table.parties[Int(row.caseNumber)]
            guard row.officer > 0, !party.isEmpty else { return }
            let work = Work(agency: table.places[row.place].agency, step: table.places[row.place].stepName)
            byWork[work, default: [:]][row.officer, default: [:]][party, default: []].append(row)
        }
        var leads: [Lead] = []
        for (work, officers) in byWork where officers.count > 1 {
            let totals = officers.mapValues { $0.values.map(RepeatedDealing.distinct).reduce(0, +) }
            let all = totals.values.reduce(0, +)
            for (officer, parties) in officers {
                for (party, rows) in parties {
                    let own = RepeatedDealing.distinct(rows)
                    guard own >= cases else { continue }
                    let counts = officers.mapValues { RepeatedDealing.distinct($0[party] ?? []) }
                    let sum = counts.values.reduce(0, +)
                    // What the officer does of the cases of all others.
                    let (others, ownOthers) = (all - sum, (totals[officer] ?? 0) - own)
                    guard own * 100 >= percent * sum, others >= cases, own * others * 100 >= usual * ownOthers * sum
                    else {
                        continue
                    }
                    let ordinary = ownOthers * 100 / others
                    let subject = FindingSubject.dealing(Officer.ID(table.people[officer]), party: party)
                    leads.append(
                        Lead(
                            Self.code,
                            subject,
                            at: table.agency(of: rows[0].place),
                            key: work.step,
                            message:
                                "同一当事人\(sum)件的“\(work.step)”环节有\(own)件由同一人办理，占\(own * 100 / sum)%，其平时占\(ordinary)%",
                            since: rows[rows.count - 1].doneAt,
                            comparison: Comparison(
                                "办理该当事人的办件（件）",
                                of: .person(table.people[officer]),
                                among: counts.map { Comparison.Member(.person(table.people[$0.key]), value: $0.value) },
                                cases: rows.map { table.cases[Int($0.caseNumber)] }
                            )
                        )
                    )
                }
            }
        }
        return leads.ordered
    }

    private static func distinct(_ rows: [SlicePass.Row]) -> Int { Set(rows.map(\.caseNumber)).count }
}
