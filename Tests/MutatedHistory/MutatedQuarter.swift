import Directory
import Kernel
import TimeLimits

@testable import Supervision

/// A quarter of ordinary work at many agencies into which outliers are planted, and what the comparing rules find in it.
///
/// Every day of it is closed as the running system closes it. An agency holds one outlier at most, so that each is told
/// apart; the rest of its work, and all work of the others, is what those that stand out are compared to.
package struct MutatedQuarter: Sendable {
    package struct Report: Sendable {
        package let agencies: Int
        package let steps: Int
        package fileprivate(set) var outliers = 0
        package fileprivate(set) var scores = RuleScores()
    }

    private static let days: ClosedRange<Day> = "2026-04-01"..."2026-06-30"
    private static let officers = 5
    /// Steps of one officer.
    private static let steps = 40

    private let agencies: Int
    private let outliers: Int
    private let seed: UInt64

    /// - Parameters:
    ///   - agencies: how many there are.
    ///   - outliers: how many of them hold one, every kind in turn; no more than there are agencies.
    ///   - seed: of chance.
    package init(agencies: Int, outliers: Int, seed: UInt64) {
        self.agencies = agencies
        self.outliers = min(outliers, agencies)
        self.seed = seed
    }

    /// Makes the quarter and judges each of its days by the rules that ship.
    package func judged() throws -> Report {
        let supervisor = try SupervisionModule.supervisor()
        let days = (MutatedQuarter.days.lowerBound.ordinal...MutatedQuarter.days.upperBound.ordinal)
            .map(Day.init(ordinal:)).filter(supervisor.calendar.isWorkingDay)
        var work = QuarterWork(days: days, SeededRandomness(seed: seed))
        var planted: [String: (kind: PlantedOutlier, subject: FindingSubject)] = [:]
        for number in 0..<agencies {
            let agency = "A\(number)"
            let isChosen = number * outliers / agencies != (number + 1) * outliers / agencies
            let kind = isChosen ? PlantedOutlier.allCases[planted.count % PlantedOutlier.allCases.count] : nil
            let subject = work.addAgency(agency, kind, officers: MutatedQuarter.officers, steps: MutatedQuarter.steps)
            if let kind, let subject { planted[agency] = (kind, subject) }
        }
        let table = work.table()
        var found: [String: Set<RuleScores.Mark>] = [:]
        for day in days {
            for breach in try supervisor.breaches(in: table, on: day) {
                found[breach.agency, default: []].insert(RuleScores.Mark(breach.breach.rule, breach.breach.subject))
            }
        }
        var report = Report(agencies: agencies, steps: table.count)
        report.outliers = planted.count
        for number in 0..<agencies {
            let own = planted["A\(number)"]
            report.scores.take(
                planted: own.map { [RuleScores.Mark($0.kind.rule, $0.subject)] } ?? [],
                found: found["A\(number)"] ?? [],
                of: own?.kind.rawValue
            )
        }
        return report
    }
}

/// The steps and fines of a quarter, as they are made up.
private struct QuarterWork {
    private struct Step {
        let caseNumber: String
        let agency: String
        let officer: String
        let entered: Instant
        let done: Instant
        var party = ""
        var delay = 0
    }

    /// What a breach costs in each grade, in yuan; no fine comes near the threshold of a hearing.
    private static let fines = [("从轻", 500), ("一般", 2_000), ("从重", 6_000)]
    private static let finesOfAgency = 12
    /// Working days an ordinary step takes, of a limit of three; one in ten takes the last.
    private static let usualDays = [1, 1, 1, 1, 1, 2, 2, 2, 2, 3]
    private static let limit = 3

    let days: [Day]
    let chance: SeededRandomness
    private var steps: [Step] = []
    private var fines: [ImposedDecision] = []
    private var cases = 0

    init(days: [Day], _ chance: SeededRandomness) {
        self.days = days
        self.chance = chance
    }

    /// Adds a quarter of one agency and returns who or what stands out in it; `nil` where nobody does.
    mutating func addAgency(
        _ agency: String,
        _ outlier: PlantedOutlier?,
        officers: Int,
        steps: Int
    ) -> FindingSubject? {
        for officer in 0..<officers {
            // The first officer is the one who stands out, where one does.
            add(
                steps,
                by: "\(agency)-\(officer)",
                at: agency,
                officer == 0 ? outlier : nil,
                isAtLimit: outlier == .atLimit
            )
        }
        for number in 0..<QuarterWork.finesOfAgency {
            let (grade, yuan) = QuarterWork.fines[number % QuarterWork.fines.count]
            fine(agency, yuan * chance.number(in: 80...120) / 100, grade, on: any(days))
        }
        let officer = Officer.ID("\(agency)-0")
        return switch outlier {
        case nil: nil
        case .bulk, .enteredLate, .pace: .officer(officer)
        case .dealing: .dealing(officer, party: "\(agency)-Q")
        case .atLimit: .agency(Agency.ID(agency))
        case .splitFine: split(agency)
        case .farFromPeers: .caseNumber(fine(agency, 8 * QuarterWork.fines[0].1, QuarterWork.fines[0].0, on: days[50]))
        }
    }

    /// Steps of one officer, each long enough after the one before to have been read.
    private mutating func add(
        _ count: Int,
        by officer: String,
        at agency: String,
        _ outlier: PlantedOutlier?,
        isAtLimit: Bool
    ) {
        for number in 0..<count {
            let day = chance.number(in: QuarterWork.limit...days.count - 1)
            let taken = isAtLimit && number % 5 > 0 ? QuarterWork.limit : any(QuarterWork.usualDays)
            // A minute of the day that nobody uses twice.
            let minute = number * 12 + chance.number(in: 0...3)
            let entered =
                outlier == .pace ? moment(days[day], minute - 25) : moment(days[day - taken], minute)
            let delay = outlier == .enteredLate && number % 3 == 0 ? 48 : chance.number(in: 0...99) == 0 ? 30 : 0
            let party = outlier == .dealing && number % 5 == 0 ? "\(agency)-Q" : ""
            add(officer, agency, entered, moment(days[day], minute), party: party, delay: delay)
        }
        guard outlier == .bulk else { return }
        for minute in [0, 1, 3, 4, 6, 8] {
            add(officer, agency, moment(days[29], minute), moment(days[30], 540 + minute))
        }
    }

    private mutating func add(
        _ officer: String,
        _ agency: String,
        _ entered: Instant,
        _ done: Instant,
        party: String = "",
        delay: Int = 0
    ) {
        let number = next(agency)
        let step = Step(
            caseNumber: number,
            agency: agency,
            officer: officer,
            entered: entered,
            done: done,
            party: party.isEmpty ? "P\(number)" : party,
            delay: delay
        )
        steps.append(step)
    }

    /// Two fines of one party for one breach, three weeks apart.
    private mutating func split(_ agency: String) -> FindingSubject {
        let (grade, yuan) = QuarterWork.fines[2]
        for day in [20, 35] { fine(agency, yuan, grade, on: days[day], of: "\(agency)-Q") }
        return .party("\(agency)-Q")
    }

    @discardableResult
    private mutating func fine(
        _ agency: String,
        _ yuan: Int,
        _ grade: String,
        on day: Day,
        of party: String? = nil
    ) -> String {
        let number = next(agency)
        fines.append(
            ImposedDecision(
                caseNumber: number,
                item: "对经营过期食品的处罚",
                itemName: "对经营过期食品的处罚",
                agency: agency,
                agencyName: agency,
                party: party ?? "P\(number)",
                isCitizen: true,
                broken: "食品安全法§34(十)",
                grade: grade,
                fine: Money(fen: Int64(yuan) * 100),
                decidedAt: moment(day, fines.count % 480)
            )
        )
        return number
    }

    /// The table as the log would have filled it: in the order of time.
    func table() -> StepTable {
        var table = StepTable()
        table.reserve(steps.count)
        for step in steps.sorted(by: { ($0.done, $0.caseNumber) < ($1.done, $1.caseNumber) }) {
            let place = StepTable.Place(
                item: step.agency,
                itemName: "教师资格认定",
                agency: step.agency,
                agencyName: step.agency,
                step: "examine",
                stepName: "审查",
                limit: QuarterWork.limit
            )
            table.append(
                step.caseNumber,
                place,
                entered: Int(step.entered.milliseconds / 1_000),
                done: Int(step.done.milliseconds / 1_000),
                officer: step.officer,
                delay: step.delay
            )
            table.name(step.party, of: step.caseNumber)
        }
        for fine in fines.sorted(by: { ($0.decidedAt, $0.caseNumber) < ($1.decidedAt, $1.caseNumber) }) {
            table.append(fine)
        }
        return table
    }

    private mutating func next(_ agency: String) -> String {
        cases += 1
        return "\(agency)/\(cases)"
    }

    private func any<Value>(_ values: [Value]) -> Value { values[chance.number(in: 0...values.count - 1)] }

    private func moment(_ day: Day, _ minute: Int) -> Instant { Instant(day, hour: 9) + .seconds(60 * minute) }
}
