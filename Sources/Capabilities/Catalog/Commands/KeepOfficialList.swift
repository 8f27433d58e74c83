package import BlobStore
package import EventLog
package import Kernel

/// Does one thing about a list: they differ in what they say, not in how they are carried out.
package struct KeepOfficialList: Command {
    package static let name = "KeepOfficialList"

    package enum Deed: Hashable, Sendable, Encodable {
        case draft([OfficialListRow], reason: String, adjustment: ItemAdjustment? = nil)
        case submit(SubmissionReport)
        case sendBack(reason: String)
        case publish(from: Day)
        /// Hands the newest version in for filing.
        case handIn(note: String?, files: [Attachment])
        /// Sends the filing back.
        case returnFiling(comment: String)
        /// Receives the filing under the next number.
        case receive(comment: String?)
    }

    package let kind: OfficialListKind
    /// The division's digits or the agency's identifier.
    package let owner: String
    /// The version of the list's stream that the user saw.
    package let seen: Int?
    package let deed: Deed
    /// What adjustments rest on.
    package let routes: ConfirmationRoutes

    /// What adjustments rest on is no part of what was asked.
    private enum CodingKeys: CodingKey {
        case kind, owner, seen, deed
    }

    package init(
        _ kind: OfficialListKind,
        of owner: String,
        seen: Int? = nil,
        _ deed: Deed,
        along routes: ConfirmationRoutes = .officeOnly
    ) {
        self.kind = kind
        self.owner = owner
        self.seen = seen
        self.deed = deed
        self.routes = routes
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `CatalogError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        let key = OfficialList.id(kind, of: owner).text
        let loaded = try session.load(OfficialList.self, key)
        if let seen { try session.requireSeen(seen, OfficialList.self, key) }
        try session.append(try event(loaded.state, session), to: OfficialList.self, key)
        return loaded.version + 1
    }

    /// - Returns: the number of the receipt, such as `备〔2026〕3号`; one series a year.
    private func receipt(for list: OfficialList, _ session: CommandSession) throws -> String {
        try list.requireReceiving(by: session.actor)
        let year = session.today.year
        let subject = "\(OfficialList.category)/\(OfficialList.id(kind, of: owner).text)"
        return "备〔\(year)〕\(try NumberSeries.next("filing:\(year)", for: subject, in: session))号"
    }

    private func event(_ list: OfficialList, _ session: CommandSession) throws -> OfficialListEvent {
        let (actor, today) = (session.actor, session.today)
        return switch deed {
        case .draft(let rows, let reason, let adjustment):
            try list.drafting(rows, of: kind, for: owner, reason: reason, adjustment: adjustment, by: actor)
        case .submit(let report): try list.submitting(report, along: routes, by: actor, today: today)
        case .sendBack(let reason): try list.returning(reason, by: actor)
        case .publish(let day): try list.publishing(from: day, by: actor, today: today)
        case .handIn(let note, let files): try list.handingIn(files, note: note, by: actor)
        case .returnFiling(let comment): try list.returningFiling(comment, by: actor)
        case .receive(let comment):
            try list.receiving(under: try receipt(for: list, session), comment: comment, by: actor)
        }
    }
}
