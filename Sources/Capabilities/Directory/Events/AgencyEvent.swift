package import EventLog
package import Kernel

/// Every fact about an agency.
package enum AgencyEvent: EventFamily {
    case registered(AgencyRegistered)
    case profileChanged(AgencyProfileChanged)
    case officeOpened(OfficeOpened)
    case officeClosed(OfficeClosed)
    case managementSet(AgencyManagementSet)
    case planIssued(BreakdownPlanIssued)
    case closed(AgencyClosed)
    case reorganized(AgencyReorganized)

    package static let members = [
        EventMember(AgencyRegistered.self, AgencyEvent.registered),
        EventMember(AgencyProfileChanged.self, AgencyEvent.profileChanged),
        EventMember(OfficeOpened.self, AgencyEvent.officeOpened),
        EventMember(OfficeClosed.self, AgencyEvent.officeClosed),
        EventMember(AgencyManagementSet.self, AgencyEvent.managementSet),
        EventMember(BreakdownPlanIssued.self, AgencyEvent.planIssued),
        EventMember(AgencyClosed.self, AgencyEvent.closed),
        EventMember(AgencyReorganized.self, AgencyEvent.reorganized),
    ]

    package var payload: any EventPayload {
        switch self {
        case .registered(let payload): payload
        case .profileChanged(let payload): payload
        case .officeOpened(let payload): payload
        case .officeClosed(let payload): payload
        case .managementSet(let payload): payload
        case .planIssued(let payload): payload
        case .closed(let payload): payload
        case .reorganized(let payload): payload
        }
    }
}

package struct AgencyRegistered: EventPayload {
    package static let type = "Agency.Registered"
    package let profile: Open<Agency.Profile>
    package let from: Open<Day>
}

/// Carries the whole profile as it reads from that day on.
package struct AgencyProfileChanged: EventPayload {
    package static let type = "Agency.ProfileChanged"
    package let profile: Open<Agency.Profile>
    package let from: Open<Day>
    package let reason: String
}

package struct OfficeOpened: EventPayload {
    package static let type = "Agency.OfficeOpened"
    package let office: Open<Office.ID>
    package let name: Open<String>
    package let from: Open<Day>
}

package struct OfficeClosed: EventPayload {
    package static let type = "Agency.OfficeClosed"
    package let office: Open<Office.ID>
    /// The first day on which it is gone.
    package let from: Open<Day>
    package let reason: String
}

package struct AgencyManagementSet: EventPayload {
    package static let type = "Agency.ManagementSet"
    package let management: Open<Management>
    package let from: Open<Day>
    package let reason: String
}

/// Carries the whole plan, as it was published.
package struct BreakdownPlanIssued: EventPayload {
    package static let type = "Agency.BreakdownPlanIssued"
    package let plan: Open<BreakdownPlan>
}

package struct AgencyClosed: EventPayload {
    package static let type = "Agency.Closed"
    /// The first day on which it may no longer act.
    package let from: Open<Day>
    package let reason: String
}

/// Another agency goes on exercising powers of this one, all or some.
///
/// - Source: Administrative Litigation Law (行政诉讼法) art. 26.6.
package struct AgencyReorganized: EventPayload {
    package static let type = "Agency.Reorganized"
    package let successor: Open<Agency.ID>
    /// The first day of the successor.
    package let from: Open<Day>
    /// The identifiers of the power items that go over; `nil` for all that the agency holds.
    package let items: Open<[String]?>
    package let reason: String
}
