package import EventLog
package import Kernel

/// Somebody wrote a letter; public is only that one of its kind came to an agency.
package struct LetterFiled: EventPayload {
    package static let type = "Letter.Filed"
    package let kind: Open<LetterKind>
    package let agencyName: Open<String>
    package let number: String
    package let subject: LetterSubject
    package let filedOn: Day
    package let clock: LetterClock
    /// The subject is the letter.
    package let content: Personal<LetterContent>
    package let queryDigest: String
}

/// A complaint or report will be looked into.
package struct LetterAccepted: EventPayload {
    package static let type = "Letter.Accepted"
    package let on: Day
}

/// A complaint or report is not looked into, with the reasons the writer is told.
package struct LetterDeclined: EventPayload {
    package static let type = "Letter.Declined"
    package let on: Day
    package let reasons: Personal<String>
}

/// Another agency has the power, and the letter with it.
package struct LetterTransferred: EventPayload {
    package static let type = "Letter.Transferred"
    package let on: Day
    package let to: LetterSubject
    package let reason: Personal<String>
    package let clock: LetterClock
}

/// What looking into a complaint or report has shown and what was done about it; the reply with the reasons follows.
package struct LetterConcluded: EventPayload {
    package static let type = "Letter.Concluded"
    package let outcome: ComplaintOutcome
    package let measures: Personal<String>
    /// By when the outcome is made public.
    package let publication: LetterClock.Due
}

package struct LetterReplied: EventPayload {
    package static let type = "Letter.Replied"
    package let on: Day
    package let reply: Personal<String>
}

/// The writer says whether the reply will do.
package struct ReplyJudged: EventPayload {
    package static let type = "Letter.ReplyJudged"
    package let isSatisfied: Bool
}

/// The writer is not satisfied and says why; once.
package struct LetterReopened: EventPayload {
    package static let type = "Letter.Reopened"
    package let on: Day
    package let reason: Personal<String>
    package let clock: LetterClock
}

/// Answer or outcome became public, masked as the officer saw it.
package struct LetterPublished: EventPayload {
    package static let type = "Letter.Published"
    package let record: Open<PublicLetter>
    /// What the officer wanted hidden beyond what the masking finds; names, hence personal.
    package let hidden: Personal<[String]>
}

package struct LetterPublicationWithdrawn: EventPayload {
    package static let type = "Letter.PublicationWithdrawn"
    package let reason: Open<String>
}

package enum LetterEvent: EventFamily {
    case filed(LetterFiled)
    case accepted(LetterAccepted)
    case declined(LetterDeclined)
    case transferred(LetterTransferred)
    case concluded(LetterConcluded)
    case replied(LetterReplied)
    case judged(ReplyJudged)
    case reopened(LetterReopened)
    case published(LetterPublished)
    case unpublished(LetterPublicationWithdrawn)
    case exemptionProposed(OutcomeExemptionProposed)
    case exemptionDecided(OutcomeExemptionDecided)

    package static let members: [EventMember<LetterEvent>] = [
        EventMember(LetterFiled.self, LetterEvent.filed),
        EventMember(LetterAccepted.self, LetterEvent.accepted),
        EventMember(LetterDeclined.self, LetterEvent.declined),
        EventMember(LetterTransferred.self, LetterEvent.transferred),
        EventMember(LetterConcluded.self, LetterEvent.concluded),
        EventMember(LetterReplied.self, LetterEvent.replied),
        EventMember(ReplyJudged.self, LetterEvent.judged),
        EventMember(LetterReopened.self, LetterEvent.reopened),
        EventMember(LetterPublished.self, LetterEvent.published),
        EventMember(LetterPublicationWithdrawn.self, LetterEvent.unpublished),
        EventMember(OutcomeExemptionProposed.self, LetterEvent.exemptionProposed),
        EventMember(OutcomeExemptionDecided.self, LetterEvent.exemptionDecided),
    ]

    package var payload: any EventPayload {
        switch self {
        case .filed(let payload): payload
        case .accepted(let payload): payload
        case .declined(let payload): payload
        case .transferred(let payload): payload
        case .concluded(let payload): payload
        case .replied(let payload): payload
        case .judged(let payload): payload
        case .reopened(let payload): payload
        case .published(let payload): payload
        case .unpublished(let payload): payload
        case .exemptionProposed(let payload): payload
        case .exemptionDecided(let payload): payload
        }
    }
}
