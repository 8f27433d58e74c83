package import Database
package import Directory
package import Kernel

extension SQLReader {
    /// Returns the officers whose accounts carry an action for a whole division, with the agency they serve on `day` and
    /// its division; who serves none that day is left out.
    package func officersServing(
        allowed action: Action,
        in realm: Realm,
        on day: Day
    ) throws -> [(officer: String, agency: Agency.ID, division: Division.Code)] {
        let divisions = Dictionary(try agencies(in: realm, on: day).map { ($0.id, $0.profile.division) }) { first, _ in
            first
        }
        return try officers(allowed: action, in: realm).compactMap { officer in
            guard let agency = try employer(of: Officer.ID(officer), in: realm, on: day),
                let division = divisions[agency]
            else {
                return nil
            }
            return (officer, agency, division)
        }
    }
}
