package import EventLog
package import Kernel

/// What the public is told of a division's supervision in one period (监督通报): proposed by one supervisor, reviewed by
/// another, published, perhaps published anew or withdrawn.
package struct SupervisionBulletin: Aggregate {
    package static let category = "supervision-bulletin"

    package static func key(_ division: String, _ period: BulletinPeriod) -> String { "\(division):\(period.text)" }

    package struct Proposal: Hashable, Sendable {
        package let record: BulletinRecord
        package let by: String
        package let on: Day
        package let reviewBy: Day
        /// What the reviewer wrote who sent it back; `nil` while it waits.
        package fileprivate(set) var sentBack: String?
    }

    package struct Edition: Hashable, Sendable {
        package let record: BulletinRecord
        package let on: Day
        /// The event in which it became public.
        package let position: Int64
    }

    package struct Withdrawal: Hashable, Sendable {
        package let on: Day
        package let reason: String
    }

    /// What waits for a reviewer, or was sent back.
    package private(set) var proposal: Proposal?
    /// What is public.
    package private(set) var edition: Edition?
    /// Why it is no longer public; `nil` if it is, or never was.
    package private(set) var withdrawal: Withdrawal?

    package init() {}

    package mutating func evolve(_ event: BulletinEvent, _ envelope: Envelope) {
        let day = envelope.recordedAt.day
        switch event {
        case .proposed(let event):
            proposal = Proposal(record: event.record, by: envelope.actor.id, on: day, reviewBy: event.reviewBy)
        case .reviewed(let event):
            if !event.isApproved { proposal?.sentBack = event.opinion }
        case .published(let event):
            proposal = nil
            withdrawal = nil
            edition = Edition(record: event.record.value, on: day, position: envelope.position)
        case .withdrawn(let event):
            edition = nil
            withdrawal = Withdrawal(on: day, reason: event.reason.value)
        }
    }

    /// The bulletin as those know it who learn of it only when it is public.
    package var published: SupervisionBulletin {
        var bulletin = self
        bulletin.proposal = nil
        return bulletin
    }

    /// Whether a proposal waits for a reviewer.
    package var isWaiting: Bool { proposal.map { $0.sentBack == nil } ?? false }
}
