package import Discretion
package import EventLog
package import Kernel
package import Processes
import Sanctions

/// A penalty keeps to the grade its circumstances lead to, or says why not and has that approved (G-RANGE).
extension CaseRun {
    /// Weighs what is proposed or imposed by the item's benchmark; `nil` for an item that has none.
    ///
    /// - Throws: `CaseworkError` for what was not stated, goes beyond the statute, or departs without a reason.
    /// - Source: Administrative Penalty Law (行政处罚法) art. 5, 34, 37; 国办发〔2022〕27号.
    mutating func weigh(_ sanctions: [Sanction], _ given: Weighing?) throws -> Weighed? {
        let versions = try benchmarks()
        guard let standing = versions.first else {
            if given != nil { throw CaseworkError.weighing(.benchmarkMissing) }
            return nil
        }
        guard let given else { throw CaseworkError.weighing(.missing(benchmark: standing.content.issuedAs)) }
        guard let version = versions.first(where: { $0.number == given.version }) else {
            throw CaseworkError.weighing(.benchmarkNotStanding(found: given.version, standing: versions.map(\.number)))
        }
        rules.append("benchmark@\(version.item)@\(version.number)")
        guard let situation = given.situation else { return try unforeseen(given, version) }
        let subject = try sanctionedParty() == .organization ? Measure.Subject.organization : .citizen
        let choice: GradeChoice
        do {
            choice = try version.content.grade(given.circumstances, in: situation, for: subject)
        } catch {
            throw CaseworkError.weighing(.circumstances(error))
        }
        try requireStanding(version, choice.situation)
        if let base = choice.unreckoned(for: sanctions, base: given.base) {
            throw CaseworkError.weighing(.baseMissing(base))
        }
        for other in versions where other.number != version.number {
            guard let milder = try? other.content.grade(given.circumstances, in: situation, for: subject) else {
                continue
            }
            if milder.isMilder(than: choice, base: given.base) {
                throw CaseworkError.weighing(.milderBenchmark(other.number, grade: milder.grade.name))
            }
        }
        if let excess = choice.excess(of: sanctions, base: given.base) {
            throw CaseworkError.weighing(.beyondStatute(excess))
        }
        let departures = choice.departures(of: sanctions, base: given.base)
        if !departures.isEmpty { try requireReasoned(given, departures) }
        return Weighed(
            weighing: departures.isEmpty ? given.following : given,
            benchmark: version.content.issuedAs,
            situation: choice.situation.name,
            grade: choice.grade.name,
            direction: choice.grade.direction,
            reasons: choice.reasons.map(\.chinese),
            measures: choice.measures.map(\.chinese),
            departures: departures
        )
    }

    /// Nobody departs from a benchmark alone: the head decides, or the case was discussed collectively.
    ///
    /// - Source: 国办发〔2022〕27号; Administrative Penalty Law (行政处罚法) art. 57.
    func requireApproved(_ weighed: Weighed?, at step: Step) throws {
        guard let weighed, weighed.isDeparting, !isDecidedByHead(step) else { return }
        let wasDiscussed = state.acts.contains { act in
            !act.isVoided && definition.step(act.step)?.kind == .discuss
        }
        guard wasDiscussed else { throw CaseworkError.weighing(.departureNotApproved(weighed.departures)) }
    }

    private func isDecidedByHead(_ step: Step) -> Bool {
        definition.posts.first { $0.id == step.post }?.kind == .approve
    }

    /// The benchmarks that can count: that of the day of the act and, where it is another, today's.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 37.
    private func benchmarks() throws -> [BenchmarkVersion] {
        guard definition.category.isPenalty else { return [] }
        return try session.load(ItemBenchmark.self, try opening.item.id).state
            .applicable(to: state, on: session.today)
    }

    private func unforeseen(_ given: Weighing, _ version: BenchmarkVersion) throws -> Weighed {
        let departures = ["基准没有规定本案的违法情形"]
        try requireReasoned(given, departures)
        return Weighed(
            weighing: given,
            benchmark: version.content.issuedAs,
            situation: nil,
            grade: nil,
            direction: nil,
            reasons: [],
            measures: [],
            departures: departures
        )
    }

    private func requireReasoned(_ given: Weighing, _ departures: [String]) throws {
        guard definition.category != .penaltySimple else {
            throw CaseworkError.weighing(.departureNotApproved(departures))
        }
        guard given.departure.trimmed.count >= CaseworkRules.shortestReasons else {
            throw CaseworkError.weighing(.departureUnreasoned(departures))
        }
        try CaseworkRules.requireText(given.departure, "调整适用的理由", atLeast: CaseworkRules.shortestReasons)
    }
}

extension ItemBenchmark {
    /// The versions by which an act may be weighed: that of its day first, today's beside it where it is another.
    fileprivate func applicable(to caseFile: CaseFile, on today: Day) -> [BenchmarkVersion] {
        let then = caseFile.clue?.happenedOn.flatMap(version)
        let now = version(on: today)
        return [then, now?.number == then?.number ? nil : now].compactMap(\.self)
    }
}

extension EventReading {
    /// Returns the benchmarks by which a penalty of the case may be weighed; none for an item without one.
    package func benchmarks(
        for caseFile: CaseFile,
        _ definition: ProcessDefinition,
        on today: Day
    ) throws -> [BenchmarkVersion] {
        guard definition.category.isPenalty, let item = caseFile.opening?.item.id else { return [] }
        return try state(ItemBenchmark.self, item).state.applicable(to: caseFile, on: today)
    }
}

extension Weighing {
    /// Without a reason for what is no departure.
    fileprivate var following: Weighing {
        Weighing(version: version, situation: situation, circumstances: circumstances, base: base)
    }
}
