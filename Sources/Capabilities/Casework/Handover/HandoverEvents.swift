package import EventLog
package import Kernel

/// The case went to the agency that has jurisdiction (移送管辖), and ended here.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 22–25.
package struct CaseHandedOver: EventPayload {
    package static let type = "CaseFile.CaseHandedOver"

    package struct Recipient: Hashable, Sendable, Codable {
        package let name: String
        /// The case it has there; `nil` for an agency outside the system.
        package let caseFile: String?
        package let number: String?

        package init(name: String, caseFile: String? = nil, number: String? = nil) {
            self.name = name
            self.caseFile = caseFile
            self.number = number
        }
    }

    package let recipient: Open<Recipient>
    /// The decision of the common superior that names the recipient; empty where none was needed.
    package let designation: Open<String>
    package let reasons: ForParty<String>
    package let position: FlowPosition
}

/// From which agency's case a matter came, and since when it is known.
package struct HandoverOrigin: Hashable, Sendable, Codable {
    package let caseFile: String
    package let number: String
    package let agencyName: String
    /// When an agency first found the act out.
    package let foundOn: Day
}
