package import EventLog
package import Kernel

/// Every fact about an officer and the officer's certificates.
package enum OfficerEvent: EventFamily {
    case registered(OfficerRegistered)
    case left(OfficerLeft)
    case certificateIssued(CertificateIssued)
    case certificateSuspended(CertificateSuspended)
    case certificateRestored(CertificateRestored)
    case certificateRevoked(CertificateRevoked)
    case detailed(OfficerDetailed)
    case trained(OfficerTrained)
    case examined(OfficerExamined)
    case legallyQualified(OfficerLegallyQualified)
    case reviewedBefore(OfficerReviewedBefore)
    case relationDeclared(OfficerRelationDeclared)
    case transferred(OfficerTransferred)
    case certificateRenewed(CertificateRenewed)
    case certificateReviewed(CertificateReviewed)
    case certificateRenewalWithdrawn(CertificateRenewalWithdrawn)
    case certificateReviewWithdrawn(CertificateReviewWithdrawn)

    package static let members = [
        EventMember(OfficerRegistered.self, OfficerEvent.registered),
        EventMember(OfficerLeft.self, OfficerEvent.left),
        EventMember(CertificateIssued.self, OfficerEvent.certificateIssued),
        EventMember(CertificateSuspended.self, OfficerEvent.certificateSuspended),
        EventMember(CertificateRestored.self, OfficerEvent.certificateRestored),
        EventMember(CertificateRevoked.self, OfficerEvent.certificateRevoked),
        EventMember(OfficerDetailed.self, OfficerEvent.detailed),
        EventMember(OfficerTrained.self, OfficerEvent.trained),
        EventMember(OfficerExamined.self, OfficerEvent.examined),
        EventMember(OfficerLegallyQualified.self, OfficerEvent.legallyQualified),
        EventMember(OfficerReviewedBefore.self, OfficerEvent.reviewedBefore),
        EventMember(OfficerRelationDeclared.self, OfficerEvent.relationDeclared),
        EventMember(OfficerTransferred.self, OfficerEvent.transferred),
        EventMember(CertificateRenewed.self, OfficerEvent.certificateRenewed),
        EventMember(CertificateReviewed.self, OfficerEvent.certificateReviewed),
        EventMember(CertificateRenewalWithdrawn.self, OfficerEvent.certificateRenewalWithdrawn),
        EventMember(CertificateReviewWithdrawn.self, OfficerEvent.certificateReviewWithdrawn),
    ]

    package var payload: any EventPayload {
        switch self {
        case .registered(let payload): payload
        case .left(let payload): payload
        case .certificateIssued(let payload): payload
        case .certificateSuspended(let payload): payload
        case .certificateRestored(let payload): payload
        case .certificateRevoked(let payload): payload
        case .detailed(let payload): payload
        case .trained(let payload): payload
        case .examined(let payload): payload
        case .legallyQualified(let payload): payload
        case .reviewedBefore(let payload): payload
        case .relationDeclared(let payload): payload
        case .transferred(let payload): payload
        case .certificateRenewed(let payload): payload
        case .certificateReviewed(let payload): payload
        case .certificateRenewalWithdrawn(let payload): payload
        case .certificateReviewWithdrawn(let payload): payload
        }
    }
}

package struct OfficerRegistered: EventPayload {
    package static let type = "Officer.Registered"
    package let name: Open<String>
    package let agency: Open<Agency.ID>
    package let from: Open<Day>
}

package struct OfficerLeft: EventPayload {
    package static let type = "Officer.Left"
    /// The first day on which the officer no longer belongs to the agency.
    package let from: Open<Day>
    package let reason: String
}

package struct CertificateIssued: EventPayload {
    package static let type = "Officer.CertificateIssued"
    package let certificate: Open<Certificate.Terms>
}

package struct CertificateSuspended: EventPayload {
    package static let type = "Officer.CertificateSuspended"
    package let number: Open<Certificate.Number>
    package let from: Open<Day>
    package let reason: String
}

package struct CertificateRestored: EventPayload {
    package static let type = "Officer.CertificateRestored"
    package let number: Open<Certificate.Number>
    package let from: Open<Day>
    package let reason: String
}

package struct CertificateRevoked: EventPayload {
    package static let type = "Officer.CertificateRevoked"
    package let number: Open<Certificate.Number>
    package let from: Open<Day>
    package let reason: String
}
