package import BlobStore
package import EventLog
package import Kernel

/// A firm's word that a person acts for it (委托代理): asked for with a letter of authority, confirmed, until a day.
///
/// - Source: Civil Code (民法典) art. 161, 162, 165, 173.
package struct Mandate: Aggregate {
    package static let category = "mandate"
    package typealias ID = Identifier<Mandate>

    /// What the letter of authority says; `nil` before it was handed in.
    package private(set) var terms: Terms?
    package private(set) var state = State.asked

    package enum State: Hashable, Sendable {
        case asked
        case inForce(since: Day)
        case refused(reason: String)
        case withdrawn(on: Day, reason: String)

        package var name: Name {
            switch self {
            case .asked: .asked
            case .inForce: .inForce
            case .refused: .refused
            case .withdrawn: .withdrawn
            }
        }

        /// As tables keep it.
        package enum Name: String, Hashable, Sendable, CaseIterable {
            case asked
            case inForce
            case refused
            case withdrawn
        }
    }

    /// Who acts for whom, until when.
    package struct Terms: Hashable, Sendable {
        /// The firm's name, as its letter says.
        package let firm: String
        /// The unified social credit code, in capitals.
        package let code: String
        package let agent: Party.ID
        /// Whether the agent confirms and withdraws other agents of the firm (管理员).
        package let isKeeper: Bool
        /// The last day.
        package let until: Day
        /// `nil` once erased.
        package let letter: Attachment?
    }

    package init() {}

    package mutating func evolve(_ event: MandateEvent, _ envelope: Envelope) {
        switch event {
        case .requested(let given):
            terms = Terms(
                firm: given.firm,
                code: given.code,
                agent: Party.ID(given.agent),
                isKeeper: given.isKeeper,
                until: given.until,
                letter: given.letter.value
            )
        case .confirmed(let given): state = .inForce(since: given.on)
        case .refused(let given): state = .refused(reason: given.reason)
        case .withdrawn(let given): state = .withdrawn(on: given.on, reason: given.reason)
        }
    }

    /// Tells whether the agent may act for the firm on a day.
    package func isInForce(on day: Day) -> Bool {
        guard case .inForce(let since) = state, let terms else { return false }
        return since <= day && day <= terms.until
    }

    /// Refuses whoever is not the agent of a firm today.
    package func requireAgent(_ actor: Actor, of code: String, on day: Day) throws(PartiesError) {
        guard isInForce(on: day), let terms, actor.kind == .party, terms.agent.text == actor.id, terms.code == code
        else { throw .noMandate }
    }
}
