import Casework
import Directory
import EventLog
import Kernel
import Participation
import Synchronization

/// What parties say of how they were handled (好差评): most are content; of who is not, every second is called back and
/// answered, the others wait (PUB-RATING).
final class RatingRound: Sendable {
    private let log: EventLog
    private let realm: Realm
    private let staff: Staff
    private let clocks: ParticipationClocks
    private let progress = Mutex(Progress())

    /// One of so many decided applications is rated, the first of them; one of so many ratings is bad, and one of so many
    /// bad ones goes without an answer.
    private static let rated = 8
    private static let bad = 4
    private static let unanswered = 2
    /// So many days after it was given a bad rating is answered.
    private static let pause = 2

    private struct Progress {
        var decided = 0
        var waiting: [(caseFile: CaseFile.ID, agency: String, on: Day)] = []
    }

    init(log: EventLog, realm: Realm, staff: Staff, clocks: ParticipationClocks) {
        self.log = log
        self.realm = realm
        self.staff = staff
        self.clocks = clocks
    }

    /// Rates what was decided on `day`, and answers what was rated some days before.
    func run(on day: Day) async throws {
        let agencies = staff.agencies.values.map(\.text).sorted()
        let decided = try await log.read(realm) { try $0.decidedCases(of: agencies, in: day...day) }
        for found in decided where found.acceptedOn != nil {
            let place = progress.withLock { progress in
                progress.decided += 1
                return progress.decided - 1
            }
            guard place.isMultiple(of: RatingRound.rated) else { continue }
            try await rate(found, place / RatingRound.rated, on: day)
        }
        let due = progress.withLock { progress in
            let due = progress.waiting.filter { day - $0.on >= RatingRound.pause }
            progress.waiting.removeAll { day - $0.on >= RatingRound.pause }
            return due
        }
        for bad in due { try await answer(bad.caseFile, of: bad.agency) }
    }

    private func rate(_ decided: DecidedCase, _ place: Int, on day: Day) async throws {
        let isBad = place.isMultiple(of: RatingRound.bad)
        let grade = isBad ? Rating.worstAnswered : place.isMultiple(of: 3) ? 4 : 5
        let command = RateCase(
            caseFile: decided.id,
            grade: grade,
            dimensions: Dictionary(uniqueKeysWithValues: Rating.Dimension.allCases.map { ($0, grade) }),
            comment: isBad ? "材料跑了两趟才收齐，一次没有说清楚（演示）" : "",
            clocks
        )
        _ = try await submit(command, by: Actor(kind: .visitor, id: "hall"), "rating \(decided.id)")
        guard isBad, !(place / RatingRound.bad).isMultiple(of: RatingRound.unanswered) else { return }
        progress.withLock { $0.waiting.append((decided.id, decided.agency, day)) }
    }

    /// Who decides answers for the agency: not who handled the case.
    private func answer(_ caseFile: CaseFile.ID, of agency: String) async throws {
        guard let officer = staff.actor(.approve, of: agency) else { return }
        let called = CallBackRater(caseFile: caseFile, note: "电话回访，申请人说明了跑两趟的经过（演示）")
        _ = try await submit(called, by: officer, "call back \(caseFile)")
        let answer = AnswerRating(
            caseFile: caseFile,
            answer: "窗口没有一次告知，已向申请人致歉，并把材料清单贴在窗口（演示）",
            hidden: []
        )
        _ = try await submit(answer, by: officer, "rating answer \(caseFile)")
    }

    private func submit<C: Command>(_ command: C, by actor: Actor, _ key: String) async throws -> C.Answer {
        let act = SubmittedAct(realm: realm, actor: actor, key: "demonstration \(key)")
        return try await log.submit(command, as: act).answer
    }
}
