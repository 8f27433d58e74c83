package import EventLog
import Kernel

/// Writes the draft of a new item, or of the next version of one there is.
package struct DraftPowerItem: Command {
    package static let name = "DraftPowerItem"
    /// `nil` begins a new item.
    package let item: PowerItem.ID?
    package let content: ItemContent
    /// Why a version that is in force is changed.
    package let reason: String?
    package let adjustment: ItemAdjustment?
    /// The version of the item's stream that the user saw.
    package let seen: Int?

    package init(
        item: PowerItem.ID?,
        content: ItemContent,
        reason: String? = nil,
        adjustment: ItemAdjustment? = nil,
        seen: Int? = nil
    ) {
        self.item = item
        self.content = content
        self.reason = reason
        self.adjustment = adjustment
        self.seen = seen
    }

    /// Returns the item.
    ///
    /// - Throws: `CatalogError`.
    package func run(in session: CommandSession) throws -> PowerItem.ID {
        let id = item ?? session.newIdentifier("I")
        let loaded = try session.load(PowerItem.self, id.text)
        guard loaded.exists || item == nil else { throw CatalogError.unknownItem(id.text) }
        if let seen, item != nil { try session.requireSeen(seen, PowerItem.self, id.text) }
        for code in adjustment?.related ?? [] where try session.itemID(code: code) == nil {
            throw CatalogError.unknownRelated(code)
        }
        var content = content
        if content.code.isEmpty { content.code = ItemContent.awaitedCode(of: id) }
        if let owner = try session.owner(ofCode: content.code), owner != id {
            throw CatalogError.codeTaken(content.code)
        }
        let event = try loaded.state.drafting(
            content,
            by: session.actor,
            reason: reason,
            adjustment: adjustment
        )
        try session.append(event, to: PowerItem.self, id.text)
        return id
    }

    package func refusal(forTaken key: String) -> (any Error)? { CatalogError.codeTaken(content.code) }
}
