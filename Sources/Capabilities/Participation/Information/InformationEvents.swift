package import BlobStore
package import EventLog
package import Kernel

/// Somebody asks an agency for information; public is only that a request came to it.
package struct InformationRequested: EventPayload {
    package static let type = "Information.Requested"
    package let agencyName: Open<String>
    package let applicant: Open<ApplicantKind>
    package let number: String
    package let agency: String
    /// As 511602000000, for the reach of permissions.
    package let division: String
    package let filedOn: Day
    /// The last day on which the agency may ask what is missing.
    package let correctionBy: Day
    package let clock: InformationClock
    package let due: Day
    /// The subject is the request.
    package let content: Personal<InformationContent>
    package let queryDigest: String
}

/// The request does not say clearly what it wants; asked once.
package struct InformationCorrectionAsked: EventPayload {
    package static let type = "Information.CorrectionAsked"
    package let on: Day
    /// The last day on which the applicant answers.
    package let until: Day
    package let points: Personal<String>
}

/// The applicant said more; the period of the reply begins anew.
package struct InformationCorrected: EventPayload {
    package static let type = "Information.Corrected"
    package let on: Day
    package let text: Personal<String>
    package let clock: InformationClock
    package let due: Day
}

/// A third party or another agency has the letter that asks for its opinion.
package struct InformationConsultationBegan: EventPayload {
    package static let type = "Information.ConsultationBegan"
    package let consultation: InformationClock.Consultation
    package let isThirdParty: Bool
    /// Who is asked.
    package let name: Personal<String>
    package let due: Day
}

/// The opinion came, or the time for it is over.
package struct InformationConsultationEnded: EventPayload {
    package static let type = "Information.ConsultationEnded"
    package let on: Day
    package let opinion: InformationOpinion
    package let note: Personal<String>
    package let due: Day
}

/// The handling officer asks the head for a longer period.
package struct InformationExtensionProposed: EventPayload {
    package static let type = "Information.ExtensionProposed"
    package let on: Day
    package let reason: Personal<String>
}

/// The head agreed, and the applicant is told.
package struct InformationExtended: EventPayload {
    package static let type = "Information.Extended"
    package let on: Day
    package let clock: InformationClock
    package let due: Day
}

package struct InformationReplied: EventPayload {
    package static let type = "Information.Replied"
    package let on: Day
    package let documentNumber: String
    package let kind: Open<InformationReplyKind>
    package let ground: Open<WithholdingGround?>
    package let text: Personal<String>
    /// What goes out with the reply letter, in order; `nil` without files.
    package let files: Personal<[Attachment]>?
}

/// Nothing more is done: the applicant gave up, by word or by silence.
package struct InformationEnded: EventPayload {
    package static let type = "Information.Ended"
    package let on: Day
    /// Whether the applicant withdrew; otherwise the correction did not come.
    package let isWithdrawn: Bool
}

/// The period ran out without a reply; found by the clock, and never taken back.
package struct InformationFoundLate: EventPayload {
    package static let type = "Information.FoundLate"
    package let due: Day
    package let source: String
}

package enum InformationEvent: EventFamily {
    case requested(InformationRequested)
    case correctionAsked(InformationCorrectionAsked)
    case corrected(InformationCorrected)
    case consultationBegan(InformationConsultationBegan)
    case consultationEnded(InformationConsultationEnded)
    case extensionProposed(InformationExtensionProposed)
    case extended(InformationExtended)
    case replied(InformationReplied)
    case ended(InformationEnded)
    case foundLate(InformationFoundLate)

    package static let members: [EventMember<InformationEvent>] = [
        EventMember(InformationRequested.self, InformationEvent.requested),
        EventMember(InformationCorrectionAsked.self, InformationEvent.correctionAsked),
        EventMember(InformationCorrected.self, InformationEvent.corrected),
        EventMember(InformationConsultationBegan.self, InformationEvent.consultationBegan),
        EventMember(InformationConsultationEnded.self, InformationEvent.consultationEnded),
        EventMember(InformationExtensionProposed.self, InformationEvent.extensionProposed),
        EventMember(InformationExtended.self, InformationEvent.extended),
        EventMember(InformationReplied.self, InformationEvent.replied),
        EventMember(InformationEnded.self, InformationEvent.ended),
        EventMember(InformationFoundLate.self, InformationEvent.foundLate),
    ]

    package var payload: any EventPayload {
        switch self {
        case .requested(let payload): payload
        case .correctionAsked(let payload): payload
        case .corrected(let payload): payload
        case .consultationBegan(let payload): payload
        case .consultationEnded(let payload): payload
        case .extensionProposed(let payload): payload
        case .extended(let payload): payload
        case .replied(let payload): payload
        case .ended(let payload): payload
        case .foundLate(let payload): payload
        }
    }
}

/// What was said to a letter that asked for an opinion.
///
/// - Source: 政府信息公开条例 art. 32, 34.
package enum InformationOpinion: String, Hashable, Sendable, Codable, CaseIterable {
    case agrees, objects, silent

    package var chinese: String {
        switch self {
        case .agrees: "同意公开"
        case .objects: "不同意公开"
        case .silent: "逾期未提出意见"
        }
    }
}
