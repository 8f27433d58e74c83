package import Database
package import Kernel

extension SQLReader {
    /// Returns when an agency received or took up its last case up to `day`; `nil` when there never was one.
    package func lastReceived(byAgency agency: String, in realm: Realm, through day: Day) throws -> Day? {
        try value(
            """
            SELECT MAX(received_on)
              FROM case_file
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND received_on <= \(day)
            """
        )
    }
}
