import EventLog
package import Kernel
import Processes
import TimeLimits

/// A hearing is announced to the party in time, and held no earlier.
extension CaseRun {
    /// Refuses to announce a hearing for a day that comes too soon; the notice is served today at the earliest.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 64(2), 85; Administrative License Law (行政许可法) art. 48(1), 82.
    func requireHearingAnnounced(_ papers: [DocumentRecord]) throws {
        for paper in papers where HearingPaper.announcements.contains(paper.document) {
            guard let held = Instant(minute: paper.text("heldAt").trimmed)?.day,
                let (first, source) = try hearingDay(toldOn: session.today), held < first
            else { continue }
            throw CaseworkError.hearing(.announcedTooSoon(first: first, source: source))
        }
    }

    /// Refuses the record of a hearing that is still to come, or was held before the party had the days the law gives it, from
    /// the day the notice was served.
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 64(2), 85; Administrative License Law (行政许可法) art. 48(1), 82.
    func requireHeardInTime(_ papers: [DocumentRecord], at step: Step) throws {
        guard step.kind == .hearing else { return }
        for paper in papers where paper.document == HearingPaper.record {
            let days =
                [Day(paper.text("notifiedOn").trimmed)]
                + ["began", "ended"].map { Instant(minute: paper.text($0).trimmed)?.day }
            guard days.allSatisfy({ ($0 ?? session.today) <= session.today }) else {
                throw CaseworkError.hearing(.notHeldYet(on: session.today))
            }
        }
        guard let period = step.earliest else { return }
        for paper in papers where paper.document == HearingPaper.record {
            guard let told = Day(paper.text("notifiedOn").trimmed) else {
                throw CaseworkError.hearing(.serviceUntold(source: period.source.description))
            }
            let notice = state.written.last { $0.record.document == HearingPaper.notice }
            if let written = notice?.at.day, told < written {
                throw CaseworkError.hearing(.servedUnwritten(written: written, source: period.source.description))
            }
            guard let began = Instant(minute: paper.text("began").trimmed)?.day,
                let (first, source) = try hearingDay(toldOn: told), began < first
            else { continue }
            throw CaseworkError.hearing(.heldTooSoon(first: first, source: source))
        }
    }

    /// The first day on which a hearing may be held of which the party is told on a day; `nil` where no days are given.
    private func hearingDay(toldOn day: Day) throws -> (first: Day, source: String)? {
        guard let limit = definition.steps.first(where: { $0.kind == .hearing && $0.earliest != nil })?.earliest else {
            return nil
        }
        let time = PartyTime(since: day, periods: [.init(period: limit.period, source: limit.source.description)])
        return try time.end(in: calendar).map { ($0.day + 1, $0.source) }
    }
}

/// Why a hearing cannot be announced or recorded so (听证).
package enum HearingFault: Hashable, Sendable {
    /// It is announced for a day before the first possible one.
    case announcedTooSoon(first: Day, source: String)
    /// Nothing says when the notice was served.
    case serviceUntold(source: String)
    /// The notice is said to have been served before the day on which it was written.
    case servedUnwritten(written: Day, source: String)
    /// Its record speaks of days after the one on which it was written.
    case notHeldYet(on: Day)
    /// It was held before the first day that the service of the notice allows.
    case heldTooSoon(first: Day, source: String)
}

private enum HearingPaper {
    static let notice = "听证通知书"
    static let announcements = [notice, "听证公告"]
    static let record = "听证笔录"
}
