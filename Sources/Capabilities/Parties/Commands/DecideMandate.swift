package import EventLog
import Kernel

/// Confirms or refuses what was asked for: a clerk, or the firm's keeper under the own mandate.
package struct DecideMandate: Command {
    package static let name = "DecideMandate"
    package let mandate: Mandate.ID
    package let isConfirmed: Bool
    /// Why it is refused; empty when confirmed.
    package let reason: String
    /// The keeper's own mandate; `nil` for a clerk.
    package let keeper: Mandate.ID?

    package init(_ mandate: Mandate.ID, isConfirmed: Bool, reason: String = "", keeper: Mandate.ID? = nil) {
        self.mandate = mandate
        self.isConfirmed = isConfirmed
        self.reason = reason
        self.keeper = keeper
    }

    package func run(in session: CommandSession) throws -> Mandate.ID {
        let state = try session.load(Mandate.self, mandate.text).state
        guard let terms = state.terms, state.state == .asked else {
            throw PartiesError.mandateStanding(state.state.name)
        }
        try MandateAuthority.require(session, over: terms, keeper: keeper)
        if isConfirmed {
            guard session.today <= terms.until else {
                throw PartiesError.mandateTerm(longestYears: RequestMandate.longestYears)
            }
            try session.append(.confirmed(MandateConfirmed(on: session.today)), to: Mandate.self, mandate.text)
        } else {
            let reason = try PartyChecks.name(reason, greatest: MandateAuthority.longestReason)
            try session.append(.refused(MandateRefused(reason: reason)), to: Mandate.self, mandate.text)
        }
        return mandate
    }
}

/// Ends a mandate at once: the firm by its keeper or at the window, or the agent.
///
/// - Source: Civil Code (民法典) art. 173(2).
package struct WithdrawMandate: Command {
    package static let name = "WithdrawMandate"
    package let mandate: Mandate.ID
    package let reason: String
    package let keeper: Mandate.ID?

    package init(_ mandate: Mandate.ID, reason: String, keeper: Mandate.ID? = nil) {
        self.mandate = mandate
        self.reason = reason
        self.keeper = keeper
    }

    package func run(in session: CommandSession) throws -> Mandate.ID {
        let state = try session.load(Mandate.self, mandate.text).state
        guard let terms = state.terms else { throw PartiesError.mandateStanding(.asked) }
        switch state.state {
        case .asked, .inForce: break
        case .refused, .withdrawn: throw PartiesError.mandateStanding(state.state.name)
        }
        let isAgent = session.actor.kind == .party && session.actor.id == terms.agent.text
        if !isAgent { try MandateAuthority.require(session, over: terms, keeper: keeper) }
        let reason = try PartyChecks.name(reason, greatest: MandateAuthority.longestReason)
        let fact = MandateWithdrawn(on: session.today, reason: reason)
        try session.append(.withdrawn(fact), to: Mandate.self, mandate.text)
        return mandate
    }
}

/// Who speaks for a firm about its agents.
enum MandateAuthority {
    static let longestReason = 200

    /// Lets clerks through, whose right the surface has asked about, and a keeper of the same firm; nobody decides
    /// about the own request.
    static func require(
        _ session: CommandSession,
        over terms: Mandate.Terms,
        keeper: Mandate.ID?
    ) throws {
        switch session.actor.kind {
        case .officer: return
        case .visitor, .system: throw PartiesError.noMandate
        case .party: break
        }
        guard let keeper, session.actor.id != terms.agent.text else { throw PartiesError.noMandate }
        let own = try session.load(Mandate.self, keeper.text).state
        try own.requireAgent(session.actor, of: terms.code, on: session.today)
        guard own.terms?.isKeeper == true else { throw PartiesError.noMandate }
    }
}
