package import EventLog
package import Kernel

/// Whether and how the decision of one case is public; the stream's key is the case.
package struct Publication: Aggregate {
    package static let category = "publication"

    package enum Status: Hashable, Sendable {
        case none
        /// Decided, and to be published by that day.
        case awaited(by: Day)
        case published(PublicDecision, on: Day)
        case withdrawn(on: Day, reason: String)
        /// The head agreed that it is not published.
        case exempt(on: Day, ExemptionGround)
        /// Its time in public was ended.
        case ended(on: Day, reason: String)
    }

    /// A publication that another officer looks at, or has agreed to.
    package struct Proposal: Hashable, Sendable {
        package let by: String
        package let on: Day
        package let reviewBy: Day
        /// `nil` once the party was erased.
        package let text: ProposedText?
        package internal(set) var review: Review?

        package struct Review: Hashable, Sendable {
            package let by: String
            package let on: Day
            package let isApproved: Bool
            package let opinion: String
        }

        package var isWaiting: Bool { review == nil }
        package var isApproved: Bool { review?.isApproved == true }
    }

    /// A decision is to be kept from the public.
    package struct Exemption: Hashable, Sendable {
        package let by: String
        package let on: Day
        package let ground: ExemptionGround
        package let reason: String
    }

    /// A published copy was replaced.
    package struct Correction: Hashable, Sendable {
        package let on: Day
        package let reason: String
    }

    package private(set) var status = Status.none
    package private(set) var proposal: Proposal?
    /// Asked for and not decided.
    package private(set) var exemption: Exemption?
    package private(set) var performance: (state: Performance, on: Day)?
    package private(set) var corrections: [Correction] = []
    package private(set) var overturning: Overturning?
    package private(set) var withdrawalGround: WithdrawalGround?
    /// What was added and hidden by hand in what is or was public; `nil` once the party was erased.
    package private(set) var shownText: ProposedText?
    /// Who looked at what is public now.
    package private(set) var lastReview: PublicationReview?

    package init() {}

    package mutating func evolve(_ event: PublicationEvent, _ envelope: Envelope) {
        let today = envelope.recordedAt.day
        switch event {
        case .awaited(let awaited): status = .awaited(by: awaited.publishBy)
        case .published(let published):
            status = .published(published.record.value, on: today)
            let bare = ProposedText(remarks: published.record.value.remarks, hidden: .none)
            shownText = proposal.map(\.text) ?? bare
            (proposal, exemption, overturning) = (nil, nil, nil)
            lastReview = published.review
        case .withdrawn(let withdrawn):
            status = .withdrawn(on: today, reason: withdrawn.reason.value)
            overturning = withdrawn.overturned
            withdrawalGround = withdrawn.ground
            proposal = nil
        case .proposed(let proposed):
            proposal = Proposal(
                by: envelope.actor.id,
                on: proposed.on,
                reviewBy: proposed.reviewBy,
                text: proposed.text.value
            )
        case .reviewed(let reviewed):
            proposal?.review = .init(
                by: envelope.actor.id,
                on: reviewed.on,
                isApproved: reviewed.isApproved,
                opinion: reviewed.opinion
            )
        case .exemptionProposed(let asked):
            exemption = Exemption(by: envelope.actor.id, on: asked.on, ground: asked.ground, reason: asked.reason)
        case .exemptionDecided(let decided):
            if decided.isApproved { status = .exempt(on: decided.on, decided.ground.value) }
            (exemption, proposal) = (nil, nil)
        case .performed(let performed): performance = (performed.state.value, performed.on.value)
        case .corrected(let corrected):
            status = .published(corrected.record.value, on: publishedOn ?? today)
            corrections.append(Correction(on: today, reason: corrected.reason.value))
            let remarks = corrected.record.value.remarks
            shownText =
                corrected.text.map(\.value)
                ?? shownText.map { ProposedText(remarks: remarks, hidden: $0.hidden) }
        case .ended(let ended): status = .ended(on: ended.on.value, reason: ended.reason.value)
        }
    }

    /// Whether it is still to go out.
    package var isAwaited: Bool {
        if case .awaited = status { true } else { false }
    }

    package var isPublic: Bool { publishedOn != nil }

    private var publishedOn: Day? {
        if case .published(_, let day) = status { day } else { nil }
    }
}
