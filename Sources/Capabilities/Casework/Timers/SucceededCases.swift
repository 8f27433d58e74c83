import Database
import Directory
package import EventLog
package import Kernel

extension EventLog {
    /// Hands the open cases of agencies whose powers another exercises today to that one.
    ///
    /// - Returns: how many went over.
    /// - Source: Administrative Litigation Law (行政诉讼法) art. 26.6.
    @discardableResult
    package func moveSucceededCases(in realm: Realm) async throws -> Int {
        let today = clock.today
        let cases = try await read(realm) { reading in
            try reading.reader.succeededAgencies(in: realm, on: today).flatMap { agency in
                try reading.succeededCases(of: agency, on: today)
            }
        }
        var moved = 0
        for (id, arrived) in cases {
            let key = "succeed \(id) \(arrived.milliseconds) \(today)"
            let act = Act(realm: realm, actor: .system("casework"), key: key)
            if try await submit(SucceedAgency(caseFile: id), as: act).answer { moved += 1 }
        }
        return moved
    }
}

extension EventReading {
    /// Returns the agency's open cases of powers that another exercises on `day`, with when they came to it.
    fileprivate func succeededCases(
        of agency: Agency.ID,
        on day: Day
    ) throws -> [(id: CaseFile.ID, arrived: Instant)] {
        guard let old = try state(AgencyEntry.self, agency.text).state.agency else { return [] }
        return try openItems(of: agency.text)
            .filter { old.succession(of: $0.item, on: day) != nil }
            .flatMap { try openCases(of: agency.text, itemCode: $0.code) }
            .compactMap { id in
                let state = try state(CaseFile.self, id.text).state
                guard let item = state.opening?.item.id else { return nil }
                return old.succession(of: item, arrived: state.arrivedAt, on: day).map { _ in (id, state.arrivedAt) }
            }
    }

    private func openCases(of agency: String, itemCode: String) throws -> [CaseFile.ID] {
        try reader.rows(
            """
            SELECT id
              FROM case_file
             WHERE realm = \(realm)
               AND agency = \(agency)
               AND item_code = \(itemCode)
               AND stage <> 'closed'
             ORDER BY id
            """
        ).map { row in try row["id"] }
    }
}
