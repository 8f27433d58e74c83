package import BlobStore
import Codes
package import EventLog
package import Kernel

/// Asks to act for a firm (申请代理); the actor is the agent's party.
///
/// - Source: Civil Code (民法典) art. 165.
package struct RequestMandate: Command {
    package static let name = "RequestMandate"
    package let firm: String
    package let code: String
    package let isKeeper: Bool
    package let until: Day
    package let letter: Attachment?

    /// Our own bound: a firm renews its word, so that forgotten ones end.
    package static let longestYears = 2

    package init(firm: String, code: String, isKeeper: Bool, until: Day, letter: Attachment?) {
        self.firm = firm
        self.code = code
        self.isKeeper = isKeeper
        self.until = until
        self.letter = letter
    }

    /// A file stored again has another key; the letter is the same by its name and size.
    private enum CodingKeys: CodingKey {
        case firm, code, isKeeper, until
    }

    package func run(in session: CommandSession) throws -> Mandate.ID {
        let id: Mandate.ID = session.newIdentifier("M")
        try session.append(.requested(decide(session.actor, on: session.today)), to: Mandate.self, id.text)
        return id
    }

    /// Checks all but the letter, before a file is stored for nothing.
    @discardableResult
    package func check(_ actor: Actor, on today: Day) throws(PartiesError) -> (firm: String, code: String) {
        guard actor.kind == .party else { throw .noMandate }
        let firm = try PartyChecks.name(firm, greatest: PartyChecks.greatestOrganizationName)
        let code = try PartyChecks.checkedCreditCode(code)
        guard until > today, until <= today.adding(months: RequestMandate.longestYears * 12) else {
            throw .mandateTerm(longestYears: RequestMandate.longestYears)
        }
        return (firm, code)
    }

    /// Returns the fact, checked field by field; people who type a firm's code are held to its check digit.
    package func decide(_ actor: Actor, on today: Day) throws(PartiesError) -> MandateRequested {
        let (firm, code) = try check(actor, on: today)
        guard let letter else { throw .letterMissing }
        return MandateRequested(
            firm: firm,
            code: code,
            agent: actor.id,
            isKeeper: isKeeper,
            until: until,
            letter: .present(subject: actor.id, letter)
        )
    }
}
