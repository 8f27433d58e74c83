package import EventLog
package import Kernel

/// Whose section other sites may show in a frame.
package enum FramingOwner: Hashable, Sendable, Codable {
    case agency(Agency.ID)
    case division(Division.Code)

    /// The key of its stream.
    package var key: String {
        switch self {
        case .agency(let id): "agency-\(id.text)"
        case .division(let code): "division-\(code.text)"
        }
    }
}

/// The sites that may show the section of an agency or a division in a frame; none unless they were named.
package struct FramingSites: Aggregate {
    package static let category = "framingSites"
    package private(set) var sites: [WebOrigin] = []

    package init() {}

    package mutating func evolve(_ event: FramingSitesEvent, _ envelope: Envelope) {
        switch event {
        case .set(let set): sites = set.sites.value.compactMap { WebOrigin($0) }
        }
    }
}

/// Every fact about who may show a section.
package enum FramingSitesEvent: EventFamily {
    case set(FramingSitesSet)

    package static let members = [EventMember(FramingSitesSet.self, FramingSitesEvent.set)]

    package var payload: any EventPayload {
        switch self {
        case .set(let payload): payload
        }
    }
}

package struct FramingSitesSet: EventPayload {
    package static let type = "Directory.FramingSitesSet"
    /// Those named take the place of all named before.
    package let sites: Open<[String]>
    package let reason: String
}

/// Names the sites that may show a section in a frame, in place of those named before; the answer is how many.
package struct SetFramingSites: Command {
    package static let name = "SetFramingSites"
    package let owner: FramingOwner
    package let sites: [String]
    package let reason: String

    /// An agency has one site, and a government a few portals.
    static let most = 10

    package init(_ sites: [String], of owner: FramingOwner, reason: String) {
        self.owner = owner
        self.sites = sites
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Int {
        switch owner {
        case .agency(let id): _ = try session.load(AgencyEntry.self, id.text).state.existing(id, on: session.today)
        case .division(let code):
            guard try session.reader.divisionTree(in: session.realm).division(code, on: session.today) != nil else {
                throw DirectoryError.unknownDivision(code)
            }
        }
        var named: [String] = []
        for site in sites {
            guard let origin = WebOrigin(site) else { throw DirectoryError.notASite(site) }
            if !named.contains(origin.text) { named.append(origin.text) }
        }
        guard named.count <= SetFramingSites.most else {
            throw DirectoryError.tooManySites(named.count, greatest: SetFramingSites.most)
        }
        let set = FramingSitesSet(
            sites: Open(named),
            reason: try DirectoryText.checked(reason, "reason", greatest: 2_000)
        )
        try session.append(.set(set), to: FramingSites.self, owner.key)
        return named.count
    }
}

extension EventReading {
    /// Returns the sites that may show the section of an owner in a frame.
    package func framingSites(of owner: FramingOwner) throws -> [WebOrigin] {
        try state(FramingSites.self, owner.key).state.sites
    }
}
