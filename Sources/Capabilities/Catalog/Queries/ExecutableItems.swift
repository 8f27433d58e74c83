package import Codes
import Database
package import EventLog
package import Kernel

extension EventReading {
    /// Returns the items under which an agency may begin a case on a day, each in the version in force, by name.
    ///
    /// - Source: 川办发〔2011〕45号 (no power outside the catalog).
    package func executableItems(
        of agency: String,
        in categories: [PowerCategory],
        on day: Day
    ) throws -> [(id: PowerItem.ID, version: ItemVersion)] {
        let rows = try reader.rows(
            """
            SELECT id
              FROM power_item
             WHERE realm = \(realm)
               AND agency_id = \(agency)
               AND category IN (\(list: categories.map(\.rawValue)))
               AND standing IN ('published', 'exempt')
             ORDER BY name, id
            """
        )
        return try rows.compactMap { row in
            let id: PowerItem.ID = try row["id"]
            let item = try state(PowerItem.self, id.text).state
            let statutes = try statutes(of: item.version(on: day))
            do throws(CatalogError) {
                return (id, try item.requireExecutable(on: day, under: statutes))
            } catch {
                // Its basis fell, or it is not in force that day: nobody begins under it.
                return nil
            }
        }
    }
}
