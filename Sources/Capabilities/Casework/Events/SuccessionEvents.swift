package import Directory
package import EventLog
package import Kernel
package import Processes

/// Another agency goes on with the case, since it exercises the power from now on; what was done stays the old one's.
///
/// - Source: Administrative Litigation Law (行政诉讼法) art. 26.6.
package struct AgencySucceeded: EventPayload {
    package static let type = "CaseFile.AgencySucceeded"

    /// How the case names an agency from then on.
    package struct Named: Hashable, Sendable, Codable {
        package let id: Agency.ID
        package let name: String
        package let shortName: String
    }

    package let before: Open<Agency.ID>
    package let beforeName: Open<String>
    package let successor: Open<Named>
    /// The first day of the successor.
    package let from: Open<Day>
    package let reason: String
    /// Waiting steps that had been given to somebody who did not go over; they wait for anybody of their post.
    package let released: [Step.ID]
}
