import Database
package import EventLog

extension CommandSession {
    /// Returns the item that has the code, as the catalog stands; `nil` when none has it.
    package func itemID(code: String) throws -> PowerItem.ID? {
        try reader.value("SELECT id FROM power_item WHERE realm = \(realm) AND code = \(code)")
    }
}
