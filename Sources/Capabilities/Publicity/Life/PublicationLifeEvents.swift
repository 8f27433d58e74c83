package import EventLog
package import Kernel

/// How far a published decision has been carried out.
///
/// - Source: 国办发〔2018〕118号; 发改办财金〔2018〕424号 (当前状态).
package enum Performance: String, Hashable, Sendable, Codable, CaseIterable {
    case performed
    case installments
    case enforced
    case courtEnforcement
    case suspended
    case ended

    package var chinese: String {
        switch self {
        case .performed: "已履行"
        case .installments: "分期履行"
        case .enforced: "强制执行"
        case .courtEnforcement: "申请法院强制执行"
        case .suspended: "中止执行"
        case .ended: "终结、终止"
        }
    }

    /// Whether decisions of the category can be in this state: a permission is not enforced against who got it.
    package func fits(_ category: String) -> Bool {
        switch self {
        case .performed, .installments, .enforced, .courtEnforcement: category != "01"
        case .suspended, .ended: true
        }
    }
}

package struct PerformanceRecorded: EventPayload {
    package static let type = "Publication.PerformanceRecorded"
    package let state: Open<Performance>
    package let on: Open<Day>
    package let note: String
}

/// The published copy was wrong, somebody proved it, and it was replaced; the public sees that and why.
///
/// - Source: 市场监督管理行政处罚信息公示规定 art. 12.
package struct PublicationCorrected: EventPayload {
    package static let type = "Publication.Corrected"
    package let record: Open<PublicDecision>
    package let original: Personal<OriginalNames>
    package let policy: String
    package let reason: Open<String>
    /// The day on which the error was proved, and by when it had to be mended.
    package let provedOn: Day
    package let correctBy: Day
    /// What was added and hidden by hand; `nil` in records of before 2026-11-30.
    package let text: Personal<ProposedText>?
}

/// The publication ends before its period does.
///
/// - Source: 市场监督管理行政处罚信息公示规定 art. 13, 14.
package struct PublicationEnded: EventPayload {
    package static let type = "Publication.Ended"
    package let on: Open<Day>
    package let reason: Open<String>
}

/// What became of a decision that was published: who overturned it, when, by which document.
package struct Overturning: Hashable, Sendable, Codable {
    package let on: Day
    package let by: String
    package let document: String
    /// The latest day of taking it down.
    package let withdrawBy: Day

    package init(on: Day, by: String, document: String, withdrawBy: Day) {
        self.on = on
        self.by = by
        self.document = document
        self.withdrawBy = withdrawBy
    }
}

/// Who looked at a publication before it went out, and how long that took.
package struct PublicationReview: Hashable, Sendable, Codable {
    package let proposedBy: String
    package let proposedOn: Day
    package let reviewedBy: String
    package let reviewedOn: Day

    package init(proposedBy: String, proposedOn: Day, reviewedBy: String, reviewedOn: Day) {
        self.proposedBy = proposedBy
        self.proposedOn = proposedOn
        self.reviewedBy = reviewedBy
        self.reviewedOn = reviewedOn
    }
}
