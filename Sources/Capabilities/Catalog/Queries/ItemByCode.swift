import Database
package import EventLog
import Kernel

extension EventReading {
    /// Returns the item that has the code, with every version and its draft; `nil` when the catalog has no such code.
    package func powerItem(code: String) throws -> (id: PowerItem.ID, item: Versioned<PowerItem>)? {
        let id: PowerItem.ID? = try reader.value(
            "SELECT id FROM power_item WHERE realm = \(realm) AND code = \(code)"
        )
        guard let id else { return nil }
        return (id, try state(PowerItem.self, id.text))
    }

    /// Returns the item, or `nil` when there is none.
    package func powerItem(_ id: PowerItem.ID) throws -> Versioned<PowerItem>? {
        let item = try state(PowerItem.self, id.text)
        return item.exists ? item : nil
    }
}
