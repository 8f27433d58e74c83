package import Database
package import Kernel

extension SQLReader {
    /// Returns how many powers of an agency were in force both on the first and on the last of `days`.
    package func heldItems(ofAgency agency: String, in realm: Realm, through days: ClosedRange<Day>) throws -> Int {
        try value(
            """
            SELECT COUNT(*)
              FROM power_item
             WHERE realm = \(realm)
               AND agency_id = \(agency)
               AND EXISTS (
                   SELECT 1
                     FROM power_item_version AS version
                    WHERE version.realm = power_item.realm
                      AND version.item = power_item.id
                      AND version.in_force_from <= \(days.lowerBound)
                      AND (version.in_force_until IS NULL OR version.in_force_until > \(days.lowerBound))
                   )
               AND EXISTS (
                   SELECT 1
                     FROM power_item_version AS version
                    WHERE version.realm = power_item.realm
                      AND version.item = power_item.id
                      AND version.in_force_from <= \(days.upperBound)
                      AND (version.in_force_until IS NULL OR version.in_force_until > \(days.upperBound))
                   )
            """
        ) ?? 0
    }

    /// Returns the confirmed powers of an agency that are in force on `day`, published or exempt, by code.
    package func confirmedItems(
        ofAgency agency: String,
        in realm: Realm,
        on day: Day
    ) throws -> [(id: PowerItem.ID, code: String, name: String)] {
        try rows(
            """
            SELECT id, code, name
              FROM power_item
             WHERE realm = \(realm)
               AND agency_id = \(agency)
               AND EXISTS (
                   SELECT 1
                     FROM power_item_version AS version
                    WHERE version.realm = power_item.realm
                      AND version.item = power_item.id
                      AND version.in_force_from <= \(day)
                      AND (version.in_force_until IS NULL OR version.in_force_until > \(day))
                   )
             ORDER BY code, id
            """
        ).map { row in (try row["id"], try row["code"], try row["name"]) }
    }
}
