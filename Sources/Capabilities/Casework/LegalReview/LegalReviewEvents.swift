package import EventLog
package import Kernel
package import Processes

/// What happens within one legal review of a case, from the day it begins to wait.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58; 国办发〔2018〕118号 part 4.
package enum LegalReviewEvent: Sendable {
    case begun(ReviewBegun)
    case confirmed(ReviewMaterialsConfirmed)
    case asked(ReviewMaterialsAsked)
    case supplied(ReviewMaterialsSupplied)
    case prolonged(ReviewProlonged)
    case opposed(ReviewOpposed)
    case accepted(ReviewAccepted)
    case contested(ReviewContested)
    case answered(ReviewAnswered)
    case resolved(ReviewResolved)

    static let members: [EventMember<CaseFileEvent>] = [
        EventMember(ReviewBegun.self) { .legalReview(.begun($0)) },
        EventMember(ReviewMaterialsConfirmed.self) { .legalReview(.confirmed($0)) },
        EventMember(ReviewMaterialsAsked.self) { .legalReview(.asked($0)) },
        EventMember(ReviewMaterialsSupplied.self) { .legalReview(.supplied($0)) },
        EventMember(ReviewProlonged.self) { .legalReview(.prolonged($0)) },
        EventMember(ReviewOpposed.self) { .legalReview(.opposed($0)) },
        EventMember(ReviewAccepted.self) { .legalReview(.accepted($0)) },
        EventMember(ReviewContested.self) { .legalReview(.contested($0)) },
        EventMember(ReviewAnswered.self) { .legalReview(.answered($0)) },
        EventMember(ReviewResolved.self) { .legalReview(.resolved($0)) },
    ]

    package var payload: any EventPayload {
        switch self {
        case .begun(let payload): payload
        case .confirmed(let payload): payload
        case .asked(let payload): payload
        case .supplied(let payload): payload
        case .prolonged(let payload): payload
        case .opposed(let payload): payload
        case .accepted(let payload): payload
        case .contested(let payload): payload
        case .answered(let payload): payload
        case .resolved(let payload): payload
        }
    }

    /// The step that reviews.
    package var step: Step.ID {
        switch self {
        case .begun(let event): event.step
        case .confirmed(let event): event.step
        case .asked(let event): event.step
        case .supplied(let event): event.step
        case .prolonged(let event): event.step
        case .opposed(let event): event.step
        case .accepted(let event): event.step
        case .contested(let event): event.step
        case .answered(let event): event.step
        case .resolved(let event): event.step
        }
    }

    /// The verb that led to it; `nil` for what begins by itself.
    package var verb: CaseVerb? {
        switch self {
        case .begun: nil
        case .confirmed: .confirmReviewMaterials
        case .asked: .askReviewMaterials
        case .supplied: .supplyReviewMaterials
        case .prolonged: .prolongReview
        case .opposed: .opposeInReview
        case .accepted: .acceptReview
        case .contested: .contestReview
        case .answered: .answerContest
        case .resolved: .resolveReview
        }
    }
}

/// A review began under the agency's own catalog, which says what is handed in and how long it takes.
package struct ReviewBegun: EventPayload {
    package static let type = "CaseFile.ReviewBegun"
    package let step: Step.ID
    /// The version of the catalog in force that day.
    package let catalog: Int
    /// What it wants handed in, in its words.
    package let materials: [String]
    /// `nil` where the catalog leaves the time to the process.
    package let limit: Period?
    /// The last day by that limit.
    package let due: Day?
}

/// The reviewer found materials in the file under other names.
package struct ReviewMaterialsConfirmed: EventPayload {
    package static let type = "CaseFile.ReviewMaterialsConfirmed"
    package let step: Step.ID
    package let materials: [String]
}

/// The reviewer asked the handling office for what is missing; the review stands still meanwhile.
package struct ReviewMaterialsAsked: EventPayload {
    package static let type = "CaseFile.ReviewMaterialsAsked"
    package let step: Step.ID
    package let materials: [String]
    package let reasons: String
    package let supplyBy: Day
}

/// The handling office named the papers or the evidence with which it supplied them.
package struct ReviewMaterialsSupplied: EventPayload {
    package static let type = "CaseFile.ReviewMaterialsSupplied"

    package struct Supplied: Hashable, Sendable, Codable {
        package let material: String
        /// As `CaseFile.filedPapers` names it.
        package let paper: String

        package init(material: String, paper: String) {
            self.material = material
            self.paper = paper
        }
    }

    package let step: Step.ID
    package let supplied: [Supplied]
    /// The last day of the review, later by the days it stood still; `nil` for a step without a limit.
    package let due: Day?
}

/// The head gave a complex review more time.
package struct ReviewProlonged: EventPayload {
    package static let type = "CaseFile.ReviewProlonged"
    package let step: Step.ID
    package let by: Period
    package let reasons: String
    package let due: Day?
}

/// The reviewer does not agree: the case neither goes on nor back before the handling office has said whether it does.
package struct ReviewOpposed: EventPayload {
    package static let type = "CaseFile.ReviewOpposed"
    package let step: Step.ID
    package let defects: [ReviewDefect]
    /// Where the case is to go back to.
    package let to: Step.ID
    package let opinion: String
    package let contestBy: Day
}

/// The handling office agreed with the opinion; the return follows.
package struct ReviewAccepted: EventPayload {
    package static let type = "CaseFile.ReviewAccepted"
    package let step: Step.ID
    package let note: String
}

/// The handling office asked for a second review, with its reasons.
package struct ReviewContested: EventPayload {
    package static let type = "CaseFile.ReviewContested"
    package let step: Step.ID
    package let reasons: String
    package let answerBy: Day
}

/// The second review: the opinion is maintained, or taken back.
package struct ReviewAnswered: EventPayload {
    package static let type = "CaseFile.ReviewAnswered"
    package let step: Step.ID
    package let isMaintained: Bool
    package let opinion: String
    /// The last day of the review once the opinion is taken back, later by the days it was disputed; else `nil`.
    package let due: Day?
}

/// Those in charge settled together what reviewer and handling office could not (协调解决机制).
package struct ReviewResolved: EventPayload {
    package static let type = "CaseFile.ReviewResolved"
    package let step: Step.ID
    package let result: ReviewResolution
    package let reasons: String
}
