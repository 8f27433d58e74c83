import Casework
import Catalog
package import Directory
package import EventLog
package import Kernel

/// Enters a patrol into the log of a division's or an agency's supervisors (登记巡查).
package struct RecordPatrol: Command {
    package static let name = "RecordPatrol"
    /// So many items or cases at most in one entry.
    package static let most = 50

    /// Whose log it is entered into.
    package let keeper: PatrolKeeper
    package let on: Day
    package let agency: Agency.ID
    /// Codes of items of the agency.
    package let items: [String]
    /// Numbers of cases of the agency.
    package let cases: [String]
    package let outcome: Patrol.Outcome
    package let found: String
    package let next: String
    private let duties: SupervisionDuties

    private enum CodingKeys: CodingKey {
        case keeper, on, agency, items, cases, outcome, found, next
    }

    package init(
        _ keeper: PatrolKeeper,
        on: Day,
        agency: Agency.ID,
        items: [String],
        cases: [String],
        outcome: Patrol.Outcome,
        found: String,
        next: String,
        _ duties: SupervisionDuties
    ) {
        self.keeper = keeper
        self.on = on
        self.agency = agency
        self.items = items
        self.cases = cases
        self.outcome = outcome
        self.found = found
        self.next = next
        self.duties = duties
    }

    /// Answers the number of the entry within its month.
    package func run(in session: CommandSession) throws -> Int {
        let today = session.today
        guard on <= today, today - on <= duties.entryDays else {
            throw SupervisionError.patrolDay(first: today - duties.entryDays, last: today, found: on)
        }
        guard let profile = try session.load(AgencyEntry.self, agency.text).state.agency?.profile else {
            throw SupervisionError.noSuchAgency(agency.text)
        }
        try requireKeeper(looksAt: profile.name, in: session)
        let patrol = Patrol(
            on: on,
            agency: agency.text,
            agencyName: profile.name,
            items: try lookedAt(in: session),
            cases: try opened(in: session),
            outcome: outcome,
            found: try SupervisionText.require(found, "查看内容和情况"),
            next: outcome == .inOrder && next.allSatisfy(\.isWhitespace)
                ? "" : try SupervisionText.require(next, "后续处理")
        )
        let key = PatrolLog.key(keeper, ScoreMonth(on))
        let number = try session.load(PatrolLog.self, key).state.entries.count + 1
        try session.append(
            .recorded(PatrolRecorded(number: number, patrol: patrol)),
            to: PatrolLog.self,
            key,
            uses: ["duties": duties.version]
        )
        return number
    }

    /// An agency's own log has what was looked at there; a division's, what lies in it.
    private func requireKeeper(looksAt name: String, in session: CommandSession) throws {
        switch keeper {
        case .agency(let own):
            guard own == agency.text else { throw SupervisionError.patrolElsewhere(name) }
            try SupervisionAuthority.requireAgency(of: .staff(agency), in: session)
        case .division(let division):
            try SupervisionAuthority.requireSupervisor(over: RuleScope(division: division), in: session)
            try SupervisionAuthority.requireSupervisor(of: .staff(agency), in: session)
        }
    }

    private func lookedAt(in session: CommandSession) throws -> [Patrol.Item] {
        guard items.count <= RecordPatrol.most else { throw SupervisionError.tooManyEntries(RecordPatrol.most) }
        guard !items.isEmpty else { return [] }
        let held = try session.reader.confirmedItems(ofAgency: agency.text, in: session.realm, on: on)
        return try items.map { code in
            guard let item = held.first(where: { $0.code == code }) else { throw SupervisionError.noSuchItem(code) }
            return Patrol.Item(code: code, name: item.name)
        }
    }

    private func opened(in session: CommandSession) throws -> [String] {
        guard cases.count <= RecordPatrol.most else { throw SupervisionError.tooManyEntries(RecordPatrol.most) }
        for number in cases {
            guard let id = try session.reader.caseFile(numbered: number, in: session.realm),
                try session.load(CaseFile.self, id.text).state.opening?.item.agency == agency.text
            else { throw SupervisionError.noSuchCase(number) }
        }
        return cases
    }
}
