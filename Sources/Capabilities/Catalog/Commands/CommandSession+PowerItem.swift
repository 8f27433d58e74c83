import EventLog
import Kernel

extension CommandSession {
    /// Appends what `decide` makes of the item's state; returns the stream's version after it.
    func change(
        _ item: PowerItem.ID,
        seen: Int?,
        _ decide: (PowerItem) throws(CatalogError) -> PowerItemEvent
    ) throws -> Int {
        let loaded = try load(PowerItem.self, item.text)
        guard loaded.exists else { throw CatalogError.unknownItem(item.text) }
        if let seen { try requireSeen(seen, PowerItem.self, item.text) }
        try append(try decide(loaded.state), to: PowerItem.self, item.text)
        return loaded.version + 1
    }
}
