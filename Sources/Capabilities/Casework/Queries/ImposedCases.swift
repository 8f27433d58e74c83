import Database
import Kernel

extension SQLReader {
    /// Returns the cases in which a burden was imposed on one of `parties` under an item and still stands, latest first.
    func imposedCases(on parties: [String], under item: String, in realm: Realm) throws -> [CaseFile.ID] {
        try rows(
            """
            SELECT id
              FROM case_file
             WHERE realm = \(realm)
               AND party IN (\(list: parties))
               AND item_code = \(item)
               AND outcome = 'imposed'
               AND revoked_on IS NULL
             ORDER BY received_on DESC, id
            """
        ).map { row in try row["id"] }
    }
}
