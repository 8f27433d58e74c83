package import EventLog
package import Kernel

/// One question, complaint or report: what was written, who has it, by when, and what came of it.
package struct Letter: Aggregate {
    package typealias ID = Identifier<Letter>
    package static let category = "letter"

    /// Where a letter stands.
    package enum Stage: Hashable, Sendable {
        /// A complaint or report of which nobody has said yet whether it is accepted.
        case waiting
        case handling
        case declined(on: Day)
        /// Answered; the writer may judge the reply, and open the letter again once.
        case replied(on: Day)
        case closed

        package enum Name: String, Hashable, Sendable, CaseIterable {
            case waiting, handling, declined, replied, closed

            package var chinese: String {
                switch self {
                case .waiting: "待受理"
                case .handling: "办理中"
                case .declined: "不予受理"
                case .replied: "已答复"
                case .closed: "已办结"
                }
            }
        }

        package var name: Name {
            switch self {
            case .waiting: .waiting
            case .handling: .handling
            case .declined: .declined
            case .replied: .replied
            case .closed: .closed
            }
        }
    }

    /// What is fixed when the letter comes in.
    package struct Opening: Sendable {
        package let number: String
        package let kind: LetterKind
        package let filedOn: Day
        /// `nil` once erased.
        package let content: LetterContent?
    }

    /// `nil` before the first event.
    package private(set) var opening: Opening?
    package private(set) var subject: LetterSubject?
    package private(set) var stage = Stage.waiting
    /// The periods that run, or ran last.
    package private(set) var clock: LetterClock?
    /// The replies in order; one is `nil` once erased.
    package private(set) var replies: [String?] = []
    /// What the last look into a complaint or report has shown; `nil` of questions, and before they were concluded.
    package private(set) var conclusion: Conclusion?
    /// The day of the last reply.
    package private(set) var repliedOn: Day?
    package private(set) var isSatisfied: Bool?
    package private(set) var transfers = 0
    package private(set) var reopening: Reopening?
    /// What is public now.
    package private(set) var published: PublicLetter?
    /// That the last outcome is kept from the public; `nil` where nobody asked.
    package private(set) var exemption: OutcomeExemption?
    /// How many replies there were when it became public.
    private var repliesPublished = 0

    package struct Conclusion: Hashable, Sendable {
        package let outcome: ComplaintOutcome
        /// What was done; `nil` once erased.
        package let measures: String?
        /// By when it is made public.
        package let publication: LetterClock.Due
    }

    package struct Reopening: Hashable, Sendable {
        package let on: Day
        /// `nil` once erased.
        package let reason: String?
    }

    package init() {}

    package mutating func evolve(_ event: LetterEvent, _ envelope: Envelope) {
        switch event {
        case .filed(let filed):
            opening = Opening(
                number: filed.number,
                kind: filed.kind.value,
                filedOn: filed.filedOn,
                content: filed.content.value
            )
            take(filed.subject, filed.clock)
        case .accepted: stage = .handling
        case .declined(let declined): stage = .declined(on: declined.on)
        case .transferred(let transferred):
            transfers += 1
            take(transferred.to, transferred.clock)
        case .concluded(let concluded):
            exemption = nil
            conclusion = Conclusion(
                outcome: concluded.outcome,
                measures: concluded.measures.value,
                publication: concluded.publication
            )
        case .replied(let replied):
            replies.append(replied.reply.value)
            repliedOn = replied.on
            stage = .replied(on: replied.on)
        case .judged(let judged):
            isSatisfied = judged.isSatisfied
            published = published?.judged(judged.isSatisfied)
            if judged.isSatisfied || reopening != nil { stage = .closed }
        case .reopened(let reopened):
            reopening = Reopening(on: reopened.on, reason: reopened.reason.value)
            isSatisfied = nil
            clock = reopened.clock
            stage = .handling
        case .published(let publication):
            published = publication.record.value
            repliesPublished = replies.count
        case .unpublished: published = nil
        case .exemptionProposed(let proposed):
            exemption = OutcomeExemption(
                ground: proposed.ground,
                reason: proposed.reason.value,
                officer: envelope.actor.id
            )
        case .exemptionDecided(let decided): exemption?.isApproved = decided.isApproved
        }
    }

    private mutating func take(_ subject: LetterSubject, _ clock: LetterClock) {
        self.subject = subject
        self.clock = clock
        stage = clock.acceptance == nil ? .handling : .waiting
    }
}

extension Letter {
    /// The period that runs now, with its name.
    package var due: (name: String, due: LetterClock.Due)? {
        switch stage {
        case .waiting: clock?.acceptance.map { ("受理期限", $0) }
        case .handling: clock.map { ("答复期限", $0.reply) }
        case .declined, .replied, .closed: nil
        }
    }

    /// Whether an answer or outcome is there that is not public yet; after a second reply that is the second one.
    package var mayBePublished: Bool {
        guard !isHeldBack else { return false }
        return switch stage {
        case .replied, .closed: published == nil || repliesPublished < replies.count
        case .waiting, .handling, .declined: false
        }
    }

    /// Whether it was decided, or is being decided, that the outcome is not published.
    package var isHeldBack: Bool { exemption.map { $0.isApproved != false } ?? false }

    /// Whether it may be asked that the last outcome be kept from the public: it waits to be published, and nobody asks
    /// already; that an earlier one is public changes nothing.
    package var mayBeExempted: Bool { conclusion != nil && mayBePublished }

    /// Whether the writer may say whether the reply will do.
    package var mayBeJudged: Bool {
        if case .replied = stage { isSatisfied == nil } else { false }
    }

    /// Whether the writer may still open the letter again.
    package var mayBeReopened: Bool {
        if case .replied = stage { reopening == nil } else { false }
    }
}
