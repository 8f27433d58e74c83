package import Kernel

/// An authority that may act in its own name (执法主体), as the subject list publishes it.
///
/// - Source: 聊政办发〔2017〕74号 annex 2.
package struct Agency: Hashable, Sendable {
    package typealias ID = Identifier<Agency>

    package let id: ID
    package var profile: Profile
    package var offices: [Office]
    /// Who leads it; local before the first fact.
    package var management = Timeline<Management>()
    /// The breakdown plans in the order of issue.
    package var plans: [BreakdownPlan] = []
    /// Who goes on exercising its powers, in the order of recording.
    package var successions: [AgencySuccession] = []
    package let registeredOn: Day
    /// The first day on which it may no longer act.
    package var closedOn: Day?

    package init(id: ID, profile: Profile, offices: [Office], registeredOn: Day, closedOn: Day? = nil) {
        self.id = id
        self.profile = profile
        self.offices = offices
        self.registeredOn = registeredOn
        self.closedOn = closedOn
    }

    /// Tells whether the agency may act on `day`.
    package func exists(on day: Day) -> Bool {
        registeredOn <= day && closedOn.map { day < $0 } ?? true
    }

    /// What is published of an agency; every field that is unknown is `nil`, never invented.
    package struct Profile: Hashable, Sendable, Codable {
        /// The unified social credit code of 18 characters.
        package var code: String
        package var name: String
        package var shortName: String
        package var division: Division.Code
        package var kind: Kind
        package var phone: String?
        package var address: String?
        /// The telephone number for complaints about the agency.
        package var complaintLine: String?
        /// What the list of subjects says beyond this.
        package var subject: AgencySubject?

        package init(
            code: String,
            name: String,
            shortName: String,
            division: Division.Code,
            kind: Kind = .statutory,
            phone: String? = nil,
            address: String? = nil,
            complaintLine: String? = nil,
            subject: AgencySubject? = nil
        ) {
            self.code = code
            self.name = name
            self.shortName = shortName
            self.division = division
            self.kind = kind
            self.phone = phone
            self.address = address
            self.complaintLine = complaintLine
            self.subject = subject
        }
    }

    /// Where the agency's power comes from (主体类别).
    ///
    /// - Source: Administrative Penalty Law (行政处罚法) art. 17, 19, 20.
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case statutory
        case authorized
        /// Acts in the name of the entrusting agency.
        case entrusted

        package var chinese: String {
            switch self {
            case .statutory: "法定行政机关"
            case .authorized: "法律法规授权组织"
            case .entrusted: "受委托组织"
            }
        }
    }
}

/// A part of an agency, without a name of its own towards the public (内设机构).
package struct Office: Hashable, Sendable, Codable {
    package typealias ID = Identifier<Office>

    package let id: ID
    package let name: String
    package let openedOn: Day
    /// The first day on which it is gone.
    package var closedOn: Day?

    package init(id: ID, name: String, openedOn: Day, closedOn: Day? = nil) {
        self.id = id
        self.name = name
        self.openedOn = openedOn
        self.closedOn = closedOn
    }

    package func exists(on day: Day) -> Bool {
        openedOn <= day && closedOn.map { day < $0 } ?? true
    }
}
