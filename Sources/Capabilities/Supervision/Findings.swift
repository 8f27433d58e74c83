import BlobStore
package import EventLog
import Kernel

/// Everything supervision has found in one case and still watches; the stream's key is the case.
package struct Findings: Aggregate {
    package static let category = "findings"

    /// In the order they were raised; number n stands at index n − 1.
    package private(set) var all: [Finding] = []
    /// The moments that have not come yet, earliest first.
    package private(set) var watched: [DuePoint] = []
    /// Rules whose last evaluation failed.
    package private(set) var failing: Set<RuleCode> = []

    package init() {}

    package mutating func evolve(_ event: FindingEvent, _ envelope: Envelope) {
        let day = envelope.recordedAt.day
        switch event {
        case .raised(let event):
            all.append(
                Finding(
                    number: event.number,
                    breach: event.breach,
                    raisedAt: envelope.recordedAt,
                    explainBy: event.explainBy,
                    status: .open
                )
            )
            failing.remove(event.breach.rule)
        case .released(let event): change(event.number, to: .released(event.reason))
        case .explained(let event):
            change(event.number, to: .explained(on: day, explanation: event.explanation)) { finding in
                finding.said = Finding.Explanation(
                    isInTime: event.isInTime,
                    evidence: event.allFiles,
                    correction: event.correction,
                    unkeptFiles: event.unkeptFiles ?? 0
                )
            }
        case .lapsed(let event):
            change(event.number, to: .lapsed(on: day)) { finding in
                finding.lapse = Finding.Lapse(on: day, position: envelope.position)
            }
        case .accepted(let event):
            change(event.number, to: .accepted(on: day)) { $0.isSelfCorrected = event.isSelfCorrected ?? false }
        case .withdrawn(let event): change(event.number, to: .withdrawn(on: day, reason: event.reason))
        case .planned(let event): watched = event.points
        case .failed(let event): failing.insert(event.rule)
        case .recovered(let event): failing.remove(event.rule)
        }
    }

    /// Returns finding `number`.
    ///
    /// - Throws: `SupervisionError.noSuchFinding`.
    package func finding(_ number: Int) throws(SupervisionError) -> Finding {
        guard all.indices.contains(number - 1) else { throw .noSuchFinding(number) }
        return all[number - 1]
    }

    package func contains(_ key: Breach.Key) -> Bool { all.contains { $0.breach.key == key } }

    /// Takes in what a judgment leads to without recording it; for histories that are judged again.
    mutating func take(_ outcome: Supervisor.Outcome, at moment: Instant) {
        for breach in outcome.raised {
            all.append(
                Finding(number: all.count + 1, breach: breach, raisedAt: moment, explainBy: nil, status: .open)
            )
        }
        for release in outcome.releases { change(release.number, to: .released(release.reason)) }
        watched = outcome.watched
        failing.subtract(outcome.recovered)
        failing.formUnion(outcome.failures.map(\.rule))
    }

    private mutating func change(
        _ number: Int,
        to status: Finding.Status,
        _ more: (inout Finding) -> Void = { _ in }
    ) {
        guard all.indices.contains(number - 1) else { return }
        all[number - 1].status = status
        more(&all[number - 1])
    }
}

extension Findings {
    /// Whether something graver of the same matter and dimension was found and has not proved unfounded.
    func outranks(_ level: FindingLevel, _ dimension: Dimension, _ subject: FindingSubject) -> Bool {
        all.contains { other in
            other.breach.subject == subject && other.breach.dimension == dimension && other.breach.level > level
                && other.isStanding
        }
    }

    /// What the agency says to a finding, once; files about a case belong to its party.
    ///
    /// Of a party whose data were erased nothing more may be kept: what the agency says stands, its files are not taken.
    ///
    /// - Source: five working days to explain: a Jiangsu city's measure §14; Personal Information Protection Law
    ///   (个人信息保护法) art. 47.
    func explaining(
        _ number: Int,
        _ explanation: String,
        evidence: [Attachment] = [],
        of party: String? = nil,
        isErased: Bool = false,
        correction: SelfCorrection? = nil,
        on today: Day
    ) throws(SupervisionError) -> FindingExplained {
        let finding = try finding(number)
        guard finding.isExplainable else { throw .wrongStatus(number, finding.status.name) }
        let kept = isErased ? [] : evidence
        return FindingExplained(
            number: number,
            explanation: explanation,
            isInTime: finding.explainBy.map { today <= $0 } ?? true,
            evidence: kept.isEmpty || party != nil ? nil : kept,
            correction: correction,
            files: kept.isEmpty ? nil : party.map { .present(subject: $0, kept) },
            unkeptFiles: kept.count == evidence.count ? nil : evidence.count
        )
    }

    /// That the days to explain are over; `nil` while they are not, or when the agency has spoken.
    func lapsing(_ number: Int, on today: Day) throws(SupervisionError) -> FindingLapsed? {
        let finding = try finding(number)
        guard case .open = finding.status, let explainBy = finding.explainBy, explainBy < today else { return nil }
        return FindingLapsed(number: number)
    }

    /// A finding is judged after it was explained, or when the time to explain it is over.
    func accepting(
        _ number: Int,
        _ opinion: String,
        isSelfCorrected: Bool = false,
        on today: Day
    ) throws(SupervisionError) -> FindingAccepted {
        let finding = try finding(number)
        switch finding.status {
        case .explained, .lapsed: break
        case .open:
            if let explainBy = finding.explainBy, today <= explainBy { throw .mayStillExplain(until: explainBy) }
        case .accepted, .withdrawn, .released: throw .wrongStatus(number, finding.status.name)
        }
        guard !isSelfCorrected || finding.creditable != nil else { throw .notSelfCorrected(number) }
        return FindingAccepted(number: number, opinion: opinion, isSelfCorrected: isSelfCorrected ? true : nil)
    }

    func withdrawing(_ number: Int, _ reason: String) throws(SupervisionError) -> FindingWithdrawn {
        let finding = try finding(number)
        switch finding.status {
        case .open, .lapsed, .explained, .accepted: break
        case .withdrawn, .released: throw .wrongStatus(number, finding.status.name)
        }
        return FindingWithdrawn(number: number, reason: reason)
    }
}
