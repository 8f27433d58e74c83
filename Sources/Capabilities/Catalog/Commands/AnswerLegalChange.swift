package import EventLog
import Kernel
package import Law

/// Says for the agency what a change of law means for its item.
package struct AnswerLegalChange: Command {
    package static let name = "AnswerLegalChange"
    package let item: PowerItem.ID
    /// The version of the item's stream that the user saw.
    package let seen: Int?
    package let change: LegalChange
    package let kind: LegalAnswer.Kind
    package let reason: String

    package init(
        item: PowerItem.ID,
        seen: Int? = nil,
        change: LegalChange,
        kind: LegalAnswer.Kind,
        reason: String
    ) {
        self.item = item
        self.seen = seen
        self.change = change
        self.kind = kind
        self.reason = reason
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `CatalogError.notAffected` when the change does not touch the item, or another `CatalogError`.
    package func run(in session: CommandSession) throws -> Int {
        let state = try session.load(PowerItem.self, item.text).state
        let statutes = try session.statutes(of: state.version(on: session.today))
        let effects = state.version(on: session.today).map {
            Citations($0).knownEffects(on: session.today, under: statutes)
        }
        return try session.change(item, seen: seen) { state throws(CatalogError) in
            guard effects?.contains(where: { $0.change == change }) == true else { throw .notAffected(change.text) }
            return try state.answering(change, kind, reason: reason, by: session.actor)
        }
    }
}
