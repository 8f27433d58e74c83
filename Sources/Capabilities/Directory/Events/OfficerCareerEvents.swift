package import EventLog
package import Kernel

package struct OfficerDetailed: EventPayload {
    package static let type = "Officer.Detailed"
    package let details: Open<Officer.Details>
}

package struct OfficerTrained: EventPayload {
    package static let type = "Officer.Trained"
    package let training: Training
}

package struct OfficerExamined: EventPayload {
    package static let type = "Officer.Examined"
    package let exam: Exam
}

package struct OfficerLegallyQualified: EventPayload {
    package static let type = "Officer.LegallyQualified"
    package let qualification: LegalQualification
}

/// The officer reviewed penalties before the law asked for a qualification.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 58.2.
package struct OfficerReviewedBefore: EventPayload {
    package static let type = "Officer.ReviewedBefore"
    package let review: FormerReview
}

/// Names the party by its opaque identifier; who that is stays with the party's own record.
package struct OfficerRelationDeclared: EventPayload {
    package static let type = "Officer.RelationDeclared"
    package let party: String
    package let ground: RecusalGround
}

package struct OfficerTransferred: EventPayload {
    package static let type = "Officer.Transferred"
    package let agency: Open<Agency.ID>
    /// The first day in the new agency.
    package let from: Open<Day>
    package let reason: String
}

package struct CertificateRenewed: EventPayload {
    package static let type = "Officer.CertificateRenewed"
    package let number: Open<Certificate.Number>
    package let from: Open<Day>
    /// The new last day.
    package let validTo: Open<Day>
}

/// The result of the annual review; one that was not passed comes with a suspension.
package struct CertificateReviewed: EventPayload {
    package static let type = "Officer.CertificateReviewed"
    package let number: Open<Certificate.Number>
    package let year: Open<Int>
    package let isPassed: Open<Bool>
    package let on: Open<Day>
    package let remark: String
}

/// Takes a renewal back that was recorded by mistake.
package struct CertificateRenewalWithdrawn: EventPayload {
    package static let type = "Officer.CertificateRenewalWithdrawn"
    package let number: Open<Certificate.Number>
    /// The last day before the renewal.
    package let validTo: Open<Day>
    package let reason: String
}

/// Takes an annual review back that was recorded by mistake; the year can be reviewed again.
package struct CertificateReviewWithdrawn: EventPayload {
    package static let type = "Officer.CertificateReviewWithdrawn"
    package let number: Open<Certificate.Number>
    package let year: Open<Int>
    package let reason: String
}
