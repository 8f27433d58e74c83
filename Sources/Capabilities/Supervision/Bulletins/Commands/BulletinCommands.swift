package import EventLog
import Kernel
package import Publicity
import TimeLimits

/// Asks another supervisor to look at the bulletin of a period that is over; asked again, the later takes its place.
package struct ProposeBulletin: Command {
    package static let name = "ProposeBulletin"
    package let record: BulletinRecord
    private let rules: PublicityRules

    private enum CodingKeys: CodingKey {
        case record
    }

    package init(_ record: BulletinRecord, _ rules: PublicityRules) {
        self.record = record
        self.rules = rules
    }

    /// Answers the last day to review it.
    package func run(in session: CommandSession) throws -> String {
        try SupervisionAuthority.requireSupervisor(over: RuleScope(division: record.division), in: session)
        guard session.today > record.period.days.upperBound else {
            throw SupervisionError.periodNotOver(record.period)
        }
        let proposed = BulletinProposed(
            record: record,
            reviewBy: try rules.review.day(from: session.today, in: NationalCalendar.load())
        )
        let key = SupervisionBulletin.key(record.division, record.period)
        try session.append(
            .proposed(proposed),
            to: SupervisionBulletin.self,
            key,
            uses: ["publicity": rules.version]
        )
        return proposed.reviewBy.description
    }
}

/// Agrees to a bulletin as proposed, which publishes it, or sends it back; by another supervisor than who proposed it.
///
/// - Source: 国办发〔2018〕118号 (公示信息的审核).
package struct ReviewBulletin: Command {
    package static let name = "ReviewBulletin"
    package let period: BulletinPeriod
    package let division: String
    /// The version of the bulletin that the reviewer saw.
    package let seen: Int
    package let isApproved: Bool
    package let opinion: String

    package init(_ period: BulletinPeriod, of division: String, seen: Int, isApproved: Bool, opinion: String) {
        self.period = period
        self.division = division
        self.seen = seen
        self.isApproved = isApproved
        self.opinion = opinion
    }

    /// Answers whether the bulletin is public now.
    package func run(in session: CommandSession) throws -> Bool {
        try SupervisionAuthority.requireSupervisor(over: RuleScope(division: division), in: session)
        let key = SupervisionBulletin.key(division, period)
        let bulletin = try session.load(SupervisionBulletin.self, key).state
        guard bulletin.isWaiting, let proposal = bulletin.proposal else { throw SupervisionError.nothingProposed }
        guard proposal.by != session.actor.id else { throw SupervisionError.ownProposal }
        try session.requireSeen(seen, SupervisionBulletin.self, key)
        let opinion = isApproved ? opinion : try SupervisionText.require(opinion, "审核意见")
        try session.append(
            .reviewed(BulletinReviewed(isApproved: isApproved, opinion: opinion)),
            to: SupervisionBulletin.self,
            key
        )
        guard isApproved else { return false }
        try session.append(
            .published(BulletinPublished(record: Open(proposal.record))),
            to: SupervisionBulletin.self,
            key
        )
        return true
    }
}

/// Takes a bulletin from the public, with a reason the public reads.
package struct WithdrawBulletin: Command {
    package static let name = "WithdrawBulletin"
    package let period: BulletinPeriod
    package let division: String
    package let reason: String

    package init(_ period: BulletinPeriod, of division: String, reason: String) {
        self.period = period
        self.division = division
        self.reason = reason
    }

    package func run(in session: CommandSession) throws -> String {
        try SupervisionAuthority.requireSupervisor(over: RuleScope(division: division), in: session)
        let key = SupervisionBulletin.key(division, period)
        guard try session.load(SupervisionBulletin.self, key).state.edition != nil else {
            throw SupervisionError.notPublished(period)
        }
        let withdrawn = BulletinWithdrawn(reason: Open(try SupervisionText.require(reason, "撤下理由")))
        try session.append(.withdrawn(withdrawn), to: SupervisionBulletin.self, key)
        return period.text
    }
}
