import EventLog
import Kernel
import Publicity
import TestHouse
import TimeLimits

@testable package import Supervision

/// A lawful history into which breaches of known kinds are planted, and what the rules in force find in it.
///
/// Every kind is a lawful case changed in one thing; what follows from that by law is expected of the rules, and nothing
/// else anywhere.
package struct MutatedHistory: Sendable {
    package struct Report: Sendable {
        package fileprivate(set) var cases = 0
        package fileprivate(set) var breaches = 0
        package fileprivate(set) var events = 0
        /// Of the events, the steps that were done.
        package fileprivate(set) var steps = 0
        /// How long the judging took, without making the history.
        package fileprivate(set) var judging = Duration.zero
        package fileprivate(set) var scores = RuleScores()
        package fileprivate(set) var failing: Set<RuleCode> = []

        fileprivate mutating func take(_ found: Set<RuleCode>, of kind: PlantedBreach?) {
            cases += 1
            breaches += kind == nil ? 0 : 1
            scores.take(
                planted: Set((kind?.rules ?? []).map { RuleScores.Mark($0) }),
                found: Set(found.map { RuleScores.Mark($0) }),
                of: kind?.rawValue
            )
        }
    }

    private static let starts: ClosedRange<Day> = "2026-03-03"..."2026-08-14"
    private static let end: Day = "2026-11-30"
    /// So many cases are held in memory at a time.
    private static let slice = 2_000

    private let cases: Int
    private let breaches: Int
    private let seed: UInt64

    /// - Parameters:
    ///   - cases: how many there are.
    ///   - breaches: how many of them break the law, every kind in turn; spread over the history.
    ///   - seed: of chance.
    package init(cases: Int, breaches: Int, seed: UInt64) {
        self.cases = cases
        self.breaches = breaches
        self.seed = seed
    }

    /// Makes the history and judges it by the rules that ship.
    package func judged() async throws -> Report {
        let staff = try await MutatedStaff()
        let supervisor = try SupervisionModule.supervisor()
        try await staff.recuse(from: (1...cases).filter { planted(in: $0)?.rules.contains(.recused) == true })
        return try await staff.house.log.read(TestHouse.realm) { reading in
            let chance = SeededRandomness(seed: seed)
            let states = HistoryStates(reading)
            let calendar = try NationalCalendar.load()
            let publicity = try PublicityRules.shipped()
            let days = (MutatedHistory.starts.lowerBound.ordinal...MutatedHistory.starts.upperBound.ordinal)
                .map(Day.init(ordinal:)).filter(calendar.isWorkingDay)
            var report = Report()
            let clock = ContinuousClock()
            for first in stride(from: 1, through: cases, by: MutatedHistory.slice) {
                var history: [RecordedEvent] = []
                var kinds: [String: PlantedBreach] = [:]
                let numbers = first..<min(first + MutatedHistory.slice, cases + 1)
                for number in numbers {
                    let start = days[chance.number(in: 0...days.count - 1)]
                    var plan = CasePlan(start: start, chance)
                    if let kind = planted(in: number) {
                        plan = kind.plan(start: start)
                        kinds["\(number)"] = kind
                    }
                    let script = try CaseScript(plan, number: number, staff, calendar, publicity)
                    history += script.events
                    report.steps += script.steps
                }
                let begun = clock.now
                var run = BackTestRun(supervisor, RuleSettings(), WrittenRules(), states)
                for event in history { try run.take(event) }
                let test = try run.finish(before: Instant(MutatedHistory.end), in: "2026-01-01"...MutatedHistory.end)
                report.judging += clock.now - begun
                report.events += test.events
                report.failing.formUnion(test.failing)
                let found = Dictionary(grouping: test.found, by: \.caseNumber)
                    .mapValues { Set($0.map(\.finding.breach.rule)) }
                for number in numbers { report.take(found["\(number)"] ?? [], of: kinds["\(number)"]) }
            }
            return report
        }
    }

    /// Which kind a case breaks; every kind in turn, spread over the history.
    private func planted(in number: Int) -> PlantedBreach? {
        let place = (number - 1) * breaches / cases
        guard number * breaches / cases > place else { return nil }
        return PlantedBreach.allCases[place % PlantedBreach.allCases.count]
    }
}
