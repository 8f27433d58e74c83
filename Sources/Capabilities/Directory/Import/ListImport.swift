package import EventLog
package import Kernel

/// Carries out what a previewed list says, row by row; a row that is refused changes nothing of the others.
///
/// The same key and row do nothing a second time, so an import that was interrupted is simply run again.
package struct ListImport: Sendable {
    package let log: EventLog
    package let realm: Realm
    package let actor: Actor
    package let key: String
    package let day: Day

    package init(log: EventLog, realm: Realm, actor: Actor, key: String, day: Day) {
        self.log = log
        self.realm = realm
        self.actor = actor
        self.key = key
        self.day = day
    }

    /// What became of one row.
    package struct Outcome: Sendable {
        package let number: Int
        package let name: String
        /// `nil` when the row was taken.
        package let refusal: (any Error)?
    }

    package func run(_ list: SubjectList) async -> [Outcome] {
        var outcomes: [Outcome] = []
        for line in list.lines {
            guard let change = line.row.change else { continue }
            outcomes.append(
                await outcome(line.number, line.name) {
                    if let existing = change.existing {
                        let command = ChangeAgencyProfile(
                            existing,
                            seen: change.version,
                            to: change.profile,
                            from: day,
                            reason: "导入执法主体资格清单"
                        )
                        _ = try await submit(command, "\(line.number)")
                    } else {
                        _ = try await submit(RegisterAgency(change.profile, from: day), "\(line.number)")
                    }
                }
            )
        }
        return outcomes
    }

    package func run(_ list: OfficerList) async -> [Outcome] {
        var outcomes: [Outcome] = []
        for line in list.lines {
            guard let change = line.row.change else { continue }
            outcomes.append(
                await outcome(line.number, line.name) {
                    _ = try await submit(TakeOfficerOver(change, from: day), "\(line.number)")
                }
            )
        }
        return outcomes
    }

    private func submit<C: Command>(_ command: C, _ row: String) async throws -> C.Answer {
        try await log.submit(command, as: Act(realm: realm, actor: actor, key: "\(key)/\(row)", correlation: key))
            .answer
    }

    private func outcome(_ number: Int, _ name: String, _ body: () async throws -> Void) async -> Outcome {
        do {
            try await body()
            return Outcome(number: number, name: name, refusal: nil)
        } catch {
            return Outcome(number: number, name: name, refusal: error)
        }
    }
}

extension ListRow {
    /// What the row will do; `nil` for a row that does nothing.
    package var change: Change? {
        switch self {
        case .new(let change), .changed(let change, _): change
        case .unchanged, .refused: nil
        }
    }
}
