import Casework
package import EventLog
package import Kernel

/// Asks, when the time has come, for what did not happen: costs in proportion to what is due, not to what is open.
package struct DueTimers: Sendable {
    private let log: EventLog
    private let supervisor: Supervisor
    private let isOrdered: Bool

    /// Timers over a log.
    ///
    /// - Parameters:
    ///   - log: where the findings go.
    ///   - supervisor: shared with the reactor.
    ///   - isOrdered: one after the other, so that the same history gives the same log; for simulations.
    package init(_ log: EventLog, _ supervisor: Supervisor, isOrdered: Bool = false) {
        self.log = log
        self.supervisor = supervisor
        self.isOrdered = isOrdered
    }

    /// What one run did.
    package struct Report: Hashable, Sendable {
        package internal(set) var cases = 0
        package internal(set) var findings = 0
        /// The cases whose evaluation was refused, with the error's text; they stay due.
        package internal(set) var failures: [String: String] = [:]
    }

    /// Raises everything that is due at `now`; firing twice, or on two nodes at once, is harmless.
    ///
    /// The background service of the executable calls it at intervals; it sleeps nowhere and keeps nothing.
    package func fire(_ realm: Realm, now: Instant) async throws -> Report {
        var report = Report()
        var last: DueCase?
        while true {
            let after = last
            let page = try await log.read(realm) { reading in
                try reading.dueCases(at: now, after: after, limit: DueTimers.page)
            }
            for (due, answer) in await fire(page, realm) {
                report.cases += 1
                switch answer {
                case .success(let count): report.findings += count
                case .failure(let error): report.failures[due.caseFile.text] = "\(error)"
                }
            }
            guard page.count == DueTimers.page, let end = page.last else { return report }
            last = end
        }
    }

    private static let page = 512

    /// Together, so that the log writes them in batches.
    private func fire(_ page: [DueCase], _ realm: Realm) async -> [(DueCase, Result<Int, any Error>)] {
        var answers: [(DueCase, Result<Int, any Error>)] = []
        guard !isOrdered else {
            for due in page { answers.append((due, await raise(due, realm))) }
            return answers
        }
        await withTaskGroup(of: (DueCase, Result<Int, any Error>).self) { group in
            for due in page { group.addTask { (due, await raise(due, realm)) } }
            for await answer in group { answers.append(answer) }
        }
        return answers
    }

    private func raise(_ due: DueCase, _ realm: Realm) async -> Result<Int, any Error> {
        let act = Act(
            realm: realm,
            actor: .system("supervision"),
            key: "timer:\(due.caseFile.text):\(due.at.milliseconds)"
        )
        let command = RaiseDueFindings(caseFile: due.caseFile, due: due.at, supervisor: supervisor)
        do {
            return .success(try await log.submit(command, as: act).answer)
        } catch {
            return .failure(error)
        }
    }
}
