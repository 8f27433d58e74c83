import Casework
package import EventLog
package import Kernel
import Synchronization

/// Holds drafts against history, one after the other, a page of cases at a time.
///
/// Which trials are under way is in the log alone, so one that a stop of the program cut off is begun anew; how far one
/// is, is kept here and lost with it.
package final class RuleTrials: Sendable {
    /// How far a trial is.
    package struct Progress: Hashable, Sendable {
        package let done: Int
        package let cases: Int
    }

    private let log: EventLog
    private let realm: Realm
    private let supervisor: Supervisor
    /// By where the trial was asked for.
    private let reached = Mutex<[Int64: Progress]>([:])

    package init(_ log: EventLog, _ realm: Realm, _ supervisor: Supervisor) {
        self.log = log
        self.realm = realm
        self.supervisor = supervisor
    }

    /// Cases that are judged in one reading: as many are in memory, and after as many a stop is noticed.
    static let page = 200

    /// Returns how far a trial is; `nil` while it waits for its turn.
    package func progress(of trial: WrittenRules.Trial) -> Progress? { reached.withLock { $0[trial.before] } }

    /// Works until no trial is under way.
    ///
    /// - Throws: why a trial failed, after that was recorded; the next turn takes the next one.
    package func turn() async throws {
        while let version = try await log.read(realm, { try $0.writtenRules().beingTried.first }),
            let trial = version.trying
        {
            defer { reached.withLock { $0[trial.before] = nil } }
            do {
                guard let result = try await result(of: version.rule, trial) else { continue }
                try await record(trial, result)
            } catch let error where !(error is CancellationError) {
                try await record(trial, nil)
                throw error
            }
        }
    }

    /// Judges every case there was; `nil` when the trial was stopped.
    private func result(of rule: WrittenRule, _ trial: WrittenRules.Trial) async throws -> WrittenRuleTried? {
        let begun = trial.begun
        var counter = TrialCounter()
        var (read, judged, last) = (0, 0, CaseFile.ID(""))
        let all = try await log.read(realm) { try $0.caseCount(receivedBefore: trial.before) }
        while true {
            try Task.checkCancellation()
            reached.withLock { $0[trial.before] = Progress(done: read, cases: all) }
            let after = last
            let page = try await log.read(realm) { [supervisor] reading -> (ids: [CaseFile.ID], test: BackTest)? in
                let rules = try reading.writtenRules()
                guard rules.version(begun.code, begun.number)?.trying == trial else { return nil }
                let ids = try reading.cases(receivedBefore: trial.before, after: after, limit: RuleTrials.page)
                let test = try reading.backTest(
                    of: ids,
                    before: trial.before,
                    supervisor,
                    rule,
                    in: begun.from...begun.through
                )
                return (ids, test)
            }
            guard let page else { return nil }
            counter.take(page.test.found.filter { $0.finding.breach.rule == begun.code })
            read += page.ids.count
            judged += page.test.cases
            guard page.ids.count == RuleTrials.page, let end = page.ids.last else { break }
            last = end
        }
        return WrittenRuleTried(
            code: begun.code,
            number: begun.number,
            from: begun.from,
            through: begun.through,
            cases: judged,
            found: counter.found,
            before: trial.before,
            tally: counter.tally
        )
    }

    /// Stopped or rewritten meanwhile, a trial leaves nothing behind.
    private func record(_ trial: WrittenRules.Trial, _ result: WrittenRuleTried?) async throws {
        let command = RecordRuleTrial(trial: trial, result: result)
        let act = Act(realm: realm, actor: .system("supervision"), key: "rule-trial:\(trial.before)")
        do {
            _ = try await log.submit(command, as: act)
        } catch SupervisionError.noTrial {}
    }
}

extension EventReading {
    /// Judges what was recorded before `position` of those of these cases that a rule covers, as if it alone of the
    /// written ones had always been live.
    fileprivate func backTest(
        of cases: [CaseFile.ID],
        before position: Int64,
        _ supervisor: Supervisor,
        _ rule: WrittenRule,
        in days: ClosedRange<Day>
    ) throws -> BackTest {
        let written = WrittenRules().trying(rule)
        var run = BackTestRun(supervisor, try ruleSettings(), written, HistoryStates(self), covers: rule.covers)
        let end = Instant(days.upperBound + 1)
        for id in cases {
            for event in try events(of: CaseFile.stream(id.text)) {
                guard event.position < position, event.envelope.recordedAt < end else { break }
                try run.take(event)
            }
        }
        return try run.finish(before: end, in: days)
    }
}
