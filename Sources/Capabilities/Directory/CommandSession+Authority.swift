package import EventLog
import Kernel

extension CommandSession {
    /// Establishes who acts here today, from the directory as of this batch.
    ///
    /// - Throws: `AuthorityRefusal`.
    package func authority(
        of officer: Officer.ID,
        at post: Post.ID,
        for category: EnforcementCategory,
        in place: Division.Code
    ) throws -> Authority {
        let person = try load(OfficerEntry.self, officer.text).state.officer
        let held = try load(PostEntry.self, post.text).state.post
        let agency = try held.flatMap { try load(AgencyEntry.self, $0.agency.text).state.agency }
        return try Authority.establish(
            of: person,
            at: held,
            of: agency,
            for: category,
            in: place,
            on: today,
            under: directoryRules()
        )
    }

    /// Returns the agency to which the acting officer belongs today; `nil` when no officer acts, or one without agency.
    package func agencyOfActor() throws -> Agency.ID? {
        guard actor.kind == .officer else { return nil }
        return try load(OfficerEntry.self, actor.id).state.officer?.agency(on: today)
    }
}
