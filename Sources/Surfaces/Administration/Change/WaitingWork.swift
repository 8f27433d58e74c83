import Casework
import Directory
import EventLog
import Kernel

/// The open work of an agency as it waits for posts, and who is left to do it after a change.
///
/// Work waits for a kind of post and not for a person; so it moves with whoever holds such a post from the day on.
struct WaitingWork {
    private let agency: Agency.ID
    private let day: Day
    private let reading: EventReading
    private let posts: [Post]

    init(_ agency: Agency.ID, _ day: Day, _ reading: EventReading) throws {
        self.agency = agency
        self.day = day
        self.reading = reading
        posts = try reading.reader.posts(ofAgency: agency, in: reading.realm, on: day)
            .compactMap { try reading.state(PostEntry.self, $0.id.text).state.post }
    }

    /// Returns what becomes of the work when an officer leaves posts, perhaps to a successor.
    func effects(leaving left: [Post.ID], _ officer: Officer.ID, _ successor: Officer.ID?) throws -> [ChangeEffect] {
        try effects(of: left) { post in
            let staying = post.officers(on: day).filter { $0 != officer || !left.contains(post.id) }
            return staying + (left.contains(post.id) ? [successor].compactMap(\.self) : [])
        }
    }

    /// Returns what becomes of the work when several officers leave every post together, perhaps for one of them.
    func effects(leaving officers: Set<Officer.ID>, to joined: Post.ID?) throws -> [ChangeEffect] {
        let left = posts.filter { !officers.isDisjoint(with: $0.officers(on: day)) }.map(\.id)
        return try effects(of: left) { post in
            post.officers(on: day).filter { !officers.contains($0) } + (post.id == joined ? officers.sorted() : [])
        }
    }

    /// Returns what becomes of the work when a post goes.
    ///
    /// - Throws: `ChangeFault` when work waits and nobody would be left to do it.
    func effects(abolishing post: Post.ID) throws -> [ChangeEffect] {
        let effects = try effects(abolishing: [post] as Set)
        if let stranding = effects.first(where: \.isStranding) {
            throw ChangeFault("from", "\(stranding.words)；先新设同类岗位并任职，或者办结在办事项。")
        }
        return effects
    }

    /// Returns what becomes of the work when several posts go together.
    func effects(abolishing gone: Set<Post.ID>) throws -> [ChangeEffect] {
        try effects(of: gone.sorted()) { gone.contains($0.id) ? [] : $0.officers(on: day) }
    }

    /// Refuses while the agency has a case that is not closed.
    func requireNoOpenCase() throws {
        let open = try reading.caseload(of: [agency.text], on: day).reduce(0) { $0 + $1.cases }
        guard open == 0 else { throw ChangeFault("from", "尚有\(open)件办件没有办结，应先办结归档。") }
    }

    private func effects(of changed: [Post.ID], holders: (Post) -> [Officer.ID]) throws -> [ChangeEffect] {
        let kinds = Set(posts.filter { changed.contains($0.id) }.map(\.responsibility))
        return try Responsibility.allCases.filter(kinds.contains).compactMap { kind in
            let functions = kind.processPosts.sorted()
            let count = functions.isEmpty ? 0 : try reading.deskCount(of: agency.text, functions: functions)
            guard count > 0 else { return nil }
            let staying = Set(posts.filter { $0.responsibility == kind }.flatMap(holders)).sorted()
            let names = try staying.compactMap { try reading.reader.officer($0, in: reading.realm)?.name }
            let work = "等待\(kind.chinese)岗位的在办事项\(count)件"
            return names.isEmpty
                ? ChangeEffect(words: "\(work)没有人继续办理", isStranding: true)
                : ChangeEffect(words: "\(work)由\(names.joined(separator: "、"))继续办理", isStranding: false)
        }
    }
}
