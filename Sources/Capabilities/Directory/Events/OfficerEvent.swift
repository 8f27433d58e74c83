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

    package static let members = [
        EventMember(OfficerRegistered.self, OfficerEvent.registered),
        EventMember(OfficerLeft.self, OfficerEvent.left),
        EventMember(CertificateIssued.self, OfficerEvent.certificateIssued),
        EventMember(CertificateSuspended.self, OfficerEvent.certificateSuspended),
        EventMember(CertificateRestored.self, OfficerEvent.certificateRestored),
        EventMember(CertificateRevoked.self, OfficerEvent.certificateRevoked),
    ]

    package var payload: any EventPayload {
        switch self {
        case .registered(let payload): payload
        case .left(let payload): payload
        case .certificateIssued(let payload): payload
        case .certificateSuspended(let payload): payload
        case .certificateRestored(let payload): payload
        case .certificateRevoked(let payload): payload
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
