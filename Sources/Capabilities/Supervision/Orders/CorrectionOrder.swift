import Casework
package import EventLog
package import Kernel
import TimeLimits

/// One order of the supervisors to an agency: what is to be corrected, by when, and what came of it (督办、纠错).
package struct CorrectionOrder: Aggregate {
    package typealias ID = Identifier<CorrectionOrder>

    package static let category = "correction-order"

    package enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// Signed by one supervisor; it takes two.
        case draft
        case issued
        /// Received; the time to correct runs.
        case running
        case replied
        case corrected
        case notCorrected
        case withdrawn

        package var chinese: String {
            switch self {
            case .draft: "待会签"
            case .issued: "待签收"
            case .running: "整改中"
            case .replied: "已回复待审定"
            case .corrected: "已纠正"
            case .notCorrected: "未纠正"
            case .withdrawn: "已撤回"
            }
        }

        package var isOver: Bool {
            switch self {
            case .draft, .issued, .running, .replied: false
            case .corrected, .notCorrected, .withdrawn: true
            }
        }
    }

    package struct Objection: Hashable, Sendable {
        package let filedOn: Day
        package let text: String
        package let answerBy: Day
        /// `nil` while it waits.
        package internal(set) var answer: ObjectionAnswered?
    }

    /// `nil` before it was drafted.
    package private(set) var terms: OrderTerms?
    package private(set) var status = Status.draft
    package private(set) var drafter: String?
    package private(set) var cosigner: String?
    package private(set) var number: String?
    package private(set) var issuedOn: Day?
    /// The version the case had when the order was issued.
    package private(set) var caseVersion = 0
    package private(set) var receivedOn: Day?
    package private(set) var replyBy: Day?
    package private(set) var reply: OrderReplied?
    package private(set) var objection: Objection?
    /// The clocks that ran out.
    package private(set) var overdue: Set<OrderClock> = []
    package private(set) var conclusion: String?
    package private(set) var concludedOn: Day?
    /// When a timer is to look next.
    package private(set) var watched: Instant?

    package init() {}

    package mutating func evolve(_ event: OrderEvent, _ envelope: Envelope) {
        let day = envelope.recordedAt.day
        switch event {
        case .drafted(let event):
            terms = event.terms
            drafter = envelope.actor.id
        case .issued(let event):
            number = event.number
            cosigner = envelope.actor.id
            issuedOn = day
            caseVersion = event.caseVersion
            status = .issued
        case .received(let event):
            receivedOn = event.on
            replyBy = event.replyBy
            status = .running
        case .replied(let event):
            reply = event
            status = .replied
        case .objected(let event):
            objection = Objection(filedOn: day, text: event.text, answerBy: event.answerBy)
        case .answered(let event):
            objection?.answer = event
            if event.isUpheld {
                status = .withdrawn
                conclusion = event.text
                concludedOn = day
            }
        case .ranOut(let event): overdue.insert(event.clock)
        case .concluded(let event):
            status = event.outcome.status
            conclusion = event.opinion
            concludedOn = day
        case .planned(let event): watched = event.at
        }
    }
}

/// What runs in an order.
package enum OrderClock: String, Hashable, Sendable, Codable, CaseIterable {
    case reply
    case objectionAnswer

    package var chinese: String {
        switch self {
        case .reply: "整改期限"
        case .objectionAnswer: "复查答复期限"
        }
    }
}

extension CorrectionOrder {
    /// The first moment at which time alone changes something; `nil` when nothing runs.
    func nextMoment(in calendar: WorkingCalendar) throws -> Instant? {
        guard let terms, !status.isOver else { return nil }
        var moments: [Instant] = []
        if status == .issued, let issuedOn {
            moments.append(Instant(try calendar.end(of: terms.limits.deemedReceived, from: issuedOn) + 1))
        }
        if status == .running, let replyBy, !overdue.contains(.reply) { moments.append(Instant(replyBy + 1)) }
        if let objection, objection.answer == nil, !overdue.contains(.objectionAnswer) {
            moments.append(Instant(objection.answerBy + 1))
        }
        return moments.min()
    }

    /// What has come to pass by `now` without anybody acting, in order.
    func passing(at now: Instant, in calendar: WorkingCalendar) throws -> [OrderEvent] {
        guard let terms, !status.isOver else { return [] }
        if status == .issued, let issuedOn {
            let deemed = try calendar.end(of: terms.limits.deemedReceived, from: issuedOn)
            guard now >= Instant(deemed + 1) else { return [] }
            let replyBy = try calendar.end(of: terms.limits.reply(to: terms.kind), from: deemed)
            return [.received(OrderReceived(on: deemed, isDeemed: true, replyBy: replyBy))]
        }
        var events: [OrderEvent] = []
        if status == .running, let replyBy, !overdue.contains(.reply), now >= Instant(replyBy + 1) {
            events.append(.ranOut(OrderRanOut(clock: .reply, on: replyBy)))
        }
        if let objection, objection.answer == nil, !overdue.contains(.objectionAnswer),
            now >= Instant(objection.answerBy + 1)
        {
            events.append(.ranOut(OrderRanOut(clock: .objectionAnswer, on: objection.answerBy)))
        }
        return events
    }

    /// Refuses unless the order stands where `expected` says.
    func require(_ expected: Status...) throws(SupervisionError) -> OrderTerms {
        guard let terms else { throw .noSuchOrder }
        guard expected.contains(status) else { throw .wrongOrderStatus(status) }
        return terms
    }
}

extension WorkingCalendar {
    /// Returns the last day of a period that begins after `day`.
    func end(of period: Period, from day: Day) throws -> Day {
        guard case .due(let end, _) = try DeadlineClock(start: day, period: period).deadline(in: self) else {
            return day
        }
        return end
    }
}
