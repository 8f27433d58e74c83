package import EventLog
package import Kernel

/// Lets another agency go on exercising powers of one (机构改革): offices, posts and officers go over with them.
///
/// A post goes into the successor's post of the same name and kind, or is set up there with its charter. Whoever goes
/// with the whole agency keeps certificates and history; open cases follow by themselves on the day.
///
/// - Source: Administrative Litigation Law (行政诉讼法) art. 26.6.
package struct ReorganizeAgency: Command {
    package static let name = "ReorganizeAgency"

    /// How much of the agency goes over.
    package enum Extent: Hashable, Sendable, Codable {
        /// Everything, and the agency ends.
        case whole
        /// Some powers, by the items' identifiers, with some posts and who holds them.
        case part(items: [String], posts: [Post.ID])
    }

    package let agency: Agency.ID
    package let successor: Agency.ID
    package let extent: Extent
    package let from: Day
    package let reason: String

    package init(_ agency: Agency.ID, into successor: Agency.ID, _ extent: Extent, from: Day, reason: String) {
        self.agency = agency
        self.successor = successor
        self.extent = extent
        self.from = from
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> Agency.ID {
        let old = try session.load(AgencyEntry.self, agency.text).state.existing(agency, on: from)
        _ = try session.load(AgencyEntry.self, successor.text).state.existing(successor, on: from)
        guard try !leadsBack(from: successor, with: items.map(Set.init), in: session) else {
            throw DirectoryError.successionCircle(successor)
        }
        let reason = try DirectoryText.checked(reason, "reason", greatest: 2_000)
        let moved = try posts(in: session)
        let places = try moved.reduce(into: [Post.ID: Post.ID]()) { places, post in
            places[post.id] = try place(of: post, from: old, in: session)
        }
        let officers = try officers(of: moved, in: session)
        for officer in officers {
            let held = moved.filter { $0.officers(on: from).contains(officer) }
            _ = try TransferOfficer(officer, to: successor, from: from, reason: reason).run(in: session)
            for post in held {
                guard let goal = places[post.id] else { continue }
                _ = try AppointOfficer(officer, to: goal, from: from).run(in: session)
            }
        }
        for post in moved { _ = try AbolishPost(post.id, from: from, reason: reason).run(in: session) }
        let reorganized = AgencyReorganized(
            successor: Open(successor),
            from: Open(from),
            items: Open(items),
            reason: reason
        )
        try session.append(.reorganized(reorganized), to: AgencyEntry.self, agency.text)
        if extent == .whole {
            for office in old.offices where office.exists(on: from) {
                _ = try CloseOffice(office.id, of: agency, from: from, reason: reason).run(in: session)
            }
            _ = try CloseAgency(agency, from: from, reason: reason).run(in: session)
        }
        return successor
    }

    /// Whether what goes over would come back, over however many agencies, on the same day or later.
    ///
    /// Two agencies may exchange different powers on one day.
    ///
    /// - Parameters:
    ///   - holder: who would have the powers.
    ///   - items: the powers; `nil` for all.
    ///   - session: the states as of this batch.
    ///   - passed: the agencies looked at before.
    /// - Returns: whether the powers come back to this agency.
    /// - Throws: what the log throws.
    private func leadsBack(
        from holder: Agency.ID,
        with items: Set<String>?,
        in session: CommandSession,
        passed: Set<Agency.ID> = []
    ) throws -> Bool {
        guard holder != agency else { return true }
        guard !passed.contains(holder) else { return false }
        let successions = try session.load(AgencyEntry.self, holder.text).state.agency?.successions ?? []
        return try successions.contains { succession in
            guard succession.from >= from else { return false }
            let given = succession.items.map(Set.init)
            let kept = items.map { items in given.map(items.intersection) ?? items } ?? given
            guard kept?.isEmpty != true else { return false }
            return try leadsBack(
                from: succession.successor,
                with: kept,
                in: session,
                passed: passed.union([holder])
            )
        }
    }

    private var items: [String]? {
        switch extent {
        case .whole: nil
        case .part(let items, _): items.sorted()
        }
    }

    /// The posts that go over, in the order of their identifiers.
    private func posts(in session: CommandSession) throws -> [Post] {
        let all = try session.reader.posts(ofAgency: agency, in: session.realm, on: from)
            .compactMap { try session.load(PostEntry.self, $0.id.text).state.post }
        switch extent {
        case .whole: return all
        case .part(let items, let posts):
            guard !items.isEmpty else { throw DirectoryError.emptyScope }
            if let stranger = posts.first(where: { id in !all.contains { $0.id == id } }) {
                throw DirectoryError.unknownPost(stranger)
            }
            return all.filter { posts.contains($0.id) }
        }
    }

    private func officers(of moved: [Post], in session: CommandSession) throws -> [Officer.ID] {
        switch extent {
        case .whole: try session.reader.officers(ofAgency: agency, in: session.realm, on: from).map(\.id)
        case .part: Set(moved.flatMap { $0.officers(on: from) }).sorted()
        }
    }

    /// Returns the successor's post of the same name and kind, which is set up where there is none.
    private func place(of post: Post, from old: Agency, in session: CommandSession) throws -> Post.ID {
        let present = try session.reader.posts(ofAgency: successor, in: session.realm, on: from)
            .first { $0.name == post.name && $0.responsibility == post.responsibility }
        if let present { return present.id }
        let office = try old.offices.first { $0.id == post.office }.map { try self.office($0.name, in: session) }
        let created = try CreatePost(
            post.name,
            for: post.responsibility,
            in: successor,
            office: office,
            from: from
        ).run(in: session)
        if let charter = post.charter.value(on: from) {
            _ = try SetPostCharter(charter, of: created, from: from, reason: reason).run(in: session)
        }
        return created
    }

    private func office(_ name: String, in session: CommandSession) throws -> Office.ID {
        let offices = try session.load(AgencyEntry.self, successor.text).state.agency?.offices ?? []
        return try offices.first { $0.name == name && $0.exists(on: from) }?.id
            ?? OpenOffice(name, in: successor, from: from).run(in: session)
    }
}
