import Directory
import EventLog
import Kernel

/// The names of those who acted, and of the posts they acted from.
struct ActorNames: Sendable {
    fileprivate var officers: [String: String] = [:]
    fileprivate var posts: [String: String] = [:]
    fileprivate var agencies: [String: String] = [:]

    init() {}

    /// Who acted, as lists show it; who applies is not named.
    func text(_ actor: Actor) -> String {
        switch actor.kind {
        case .officer:
            [
                actor.agency.flatMap { agencies[$0] }, actor.post.flatMap { posts[$0] },
                officers[actor.id] ?? "工作人员\(actor.id)",
            ].compactMap { $0 }.joined(separator: " · ")
        case .party: "申请人"
        case .visitor: "访客"
        case .system: actor.id == "supervision" ? "系统（监察计时）" : "系统"
        }
    }
}

extension EventReading {
    /// Returns the names of everybody who acted in `events`.
    func actors(of events: [RecordedEvent]) throws -> ActorNames { try actors(of: events.map(\.envelope.actor)) }

    /// Returns the names of everybody in `actors`.
    func actors(of actors: [Actor]) throws -> ActorNames {
        var names = ActorNames()
        for actor in actors where actor.kind == .officer {
            if names.officers[actor.id] == nil, let row = try reader.officer(Officer.ID(actor.id), in: realm) {
                names.officers[actor.id] = row.name
            }
            if let post = actor.post, names.posts[post] == nil,
                let found = try state(PostEntry.self, post).state.post
            {
                names.posts[post] = found.name
            }
            if let agency = actor.agency, names.agencies[agency] == nil,
                let row = try reader.agency(Agency.ID(agency), in: realm)
            {
                names.agencies[agency] = row.profile.shortName
            }
        }
        return names
    }
}
