import Casework
import Database
import Directory
package import EventLog
package import Kernel

/// A public supervisor as lists show one.
package struct SupervisorRow: Hashable, Sendable {
    package let id: PublicSupervisor.ID
    package let number: String
    package let kind: PublicSupervision.Kind
    package let name: String
    package let unit: String
    /// As 511602000000.
    package let division: String
    package let from: Day
    /// The last day.
    package let through: Day
    /// How many cases were drawn.
    package let sampled: Int

    static let columns: SQL =
        "id, number, kind, kind_name, name, unit, division, from_on, through_on, sampled"

    init(_ row: Row) throws {
        id = try row["id"]
        number = try row["number"]
        kind = PublicSupervision.Kind(code: try row["kind"], chinese: try row["kind_name"])
        name = try row["name"]
        unit = try row["unit"]
        division = try row["division"]
        from = try row["from_on"]
        through = try row["through_on"]
        sampled = try row["sampled"]
    }

    package func isInOffice(on day: Day) -> Bool { (from...max(from, through)).contains(day) }
}

extension EventReading {
    /// Returns the supervisors in the divisions below a prefix whose term has not ended before `day`, by division and kind.
    package func publicSupervisors(below divisions: String, notEndedBefore day: Day) throws -> [SupervisorRow] {
        let pattern = "\(divisions)%"
        return try reader.rows(
            """
            SELECT \(SupervisorRow.columns)
              FROM public_supervisor
             WHERE realm = \(realm)
               AND through_on >= \(day)
               AND division LIKE \(pattern)
             ORDER BY division, kind, name, id
            """
        ).map(SupervisorRow.init)
    }

    package func publicSupervisor(_ id: PublicSupervisor.ID) throws -> SupervisorRow? {
        try reader.firstRow(
            "SELECT \(SupervisorRow.columns) FROM public_supervisor WHERE realm = \(realm) AND id = \(id)"
        ).map(SupervisorRow.init)
    }

    /// Returns the supervisor whose number and code digest are given, or `nil`; both must fit.
    package func publicSupervisor(number: String, queryDigest: String) throws -> SupervisorRow? {
        try reader.firstRow(
            """
            SELECT \(SupervisorRow.columns)
              FROM public_supervisor
             WHERE realm = \(realm)
               AND number = \(number)
               AND query_digest = \(queryDigest)
            """
        ).map(SupervisorRow.init)
    }

    /// Tells whether the log still gives a draw as it was recorded.
    package func isReproduced(_ draw: SampleDraw, of division: String) throws -> Bool {
        let pool = try reader.samplePool(of: division, days: draw.from...draw.through, in: realm)
        return draw.isReproduced(by: pool.filter { $0.position <= draw.position })
    }
}

extension SQLReader {
    /// Returns the cases that came in on `days` at the agencies a division then had.
    func samplePool(of division: String, days: ClosedRange<Day>, in realm: Realm) throws -> [PooledCase] {
        guard let place = Division.Code(division) else { return [] }
        let agencies = try agencies(of: place, in: realm, on: days.upperBound).map(\.id.text)
        return agencies.isEmpty ? [] : try samplePool(ofAgencies: agencies, days: days, in: realm)
    }
}
