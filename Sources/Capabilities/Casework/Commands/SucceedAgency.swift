import Directory
package import EventLog
import Kernel

/// Hands an open case to the agency that exercises its power from today on; a timer submits it.
///
/// Steps go on waiting where they waited, for the successor's posts of the same kind.
///
/// - Source: Administrative Litigation Law (行政诉讼法) art. 26.6.
package struct SucceedAgency: Command {
    package static let name = "SucceedAgency"
    package let caseFile: CaseFile.ID

    package init(caseFile: CaseFile.ID) {
        self.caseFile = caseFile
    }

    /// Answers whether there was anything to record.
    package func run(in session: CommandSession) throws -> Bool {
        var run = try CaseRun(caseFile, in: session)
        let item = try run.opening.item
        if case .closed = run.state.stage { return false }
        let old = try session.load(AgencyEntry.self, item.agency).state.agency
        let succession = old?.succession(of: item.id, arrived: run.state.arrivedAt, on: session.today)
        guard let succession,
            let new = try session.load(AgencyEntry.self, succession.successor.text).state.agency
        else { return false }
        let released = try run.state.assignees.filter { step, officer in
            let person = try session.load(OfficerEntry.self, officer).state.officer
            return run.state.position.steps.contains(step) && person?.agency(on: session.today) != new.id
        }
        let succeeded = AgencySucceeded(
            before: Open(Agency.ID(item.agency)),
            beforeName: Open(item.agencyName),
            successor: Open(
                AgencySucceeded.Named(id: new.id, name: new.profile.name, shortName: new.profile.shortName)
            ),
            from: Open(succession.from),
            reason: succession.reason,
            released: released.keys.sorted { $0.text < $1.text }
        )
        try run.append(.succeeded(succeeded))
        return true
    }
}
