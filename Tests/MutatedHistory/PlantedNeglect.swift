import Kernel
package import Supervision

/// What an agency lets slide beside its cases, planted once.
package enum PlantedNeglect: String, CaseIterable, Sendable {
    case certificateExpired, certificateExpires
    case stayExceeded, stayEnds
    case oneReviewer, untrainedReviewer
    case notRechecked
    case listMissing, listNotFiled
    case letterUnanswered, outcomeUnpublished

    /// The rule it is to be found by.
    package var rule: RuleCode {
        switch self {
        case .certificateExpired: .certificateExpired
        case .certificateExpires: .certificateExpires
        case .stayExceeded: .stayExceeded
        case .stayEnds: .stayEnds
        case .oneReviewer: .reviewersMissing
        case .untrainedReviewer: .reviewerUntrained
        case .notRechecked: .recheckDue
        case .listMissing: .listMissing
        case .listNotFiled: .listNotFiled
        case .letterUnanswered: .letter
        case .outcomeUnpublished: .outcome
        }
    }
}

/// How one agency stands; as it is, all is in order.
struct AgencyPlan {
    /// When the government announced it as a body that enforces the law.
    var announcedOn: Day = "2024-05-06"
    var certificateEnds: Day = "2028-12-31"
    var longestStayMonths = 60
    var qualifiedReviewers = 2
    var trainedReviewers = 2
    var publishesList = true
    var filesList = true
    var answersLetter = true
    var publishesOutcome = true

    /// An agency in which all is in order but for this, looked at on 2026-10-12.
    init(_ neglect: PlantedNeglect?) {
        switch neglect {
        case nil: break
        case .certificateExpired: certificateEnds = "2026-09-30"
        case .certificateExpires: certificateEnds = "2026-11-20"
        case .stayExceeded: longestStayMonths = 6
        case .stayEnds: longestStayMonths = 10
        case .oneReviewer: qualifiedReviewers = 1
        case .untrainedReviewer: trainedReviewers = 1
        case .notRechecked: announcedOn = "2021-09-01"
        case .listMissing: publishesList = false
        case .listNotFiled: filesList = false
        case .letterUnanswered: answersLetter = false
        case .outcomeUnpublished: publishesOutcome = false
        }
    }
}
