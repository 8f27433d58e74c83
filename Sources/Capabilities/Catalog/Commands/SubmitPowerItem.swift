import Directory
package import EventLog
import Kernel

/// Submits a draft for confirmation, with what the agency's head signed.
package struct SubmitPowerItem: Command {
    package static let name = "SubmitPowerItem"
    package let item: PowerItem.ID
    /// The version of the item's stream that the user saw.
    package let seen: Int?
    package let note: String?
    package let report: SubmissionReport?
    package let routes: ConfirmationRoutes

    package init(
        item: PowerItem.ID,
        seen: Int? = nil,
        note: String? = nil,
        report: SubmissionReport? = nil,
        along routes: ConfirmationRoutes = .officeOnly
    ) {
        self.item = item
        self.seen = seen
        self.note = note
        self.report = report
        self.routes = routes
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `CatalogError`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        let draft = try session.load(PowerItem.self, item.text).state.draft
        if let draft, !draft.endsItem {
            let content = draft.content
            let faults =
                try session.deviations(of: content) + session.categoryFaults(of: content)
            guard faults.isEmpty else { throw CatalogError.incomplete(faults) }
        }
        let agency = try draft?.content.agency?.id.map { try session.load(AgencyEntry.self, $0).state }
        let mode = agency?.agency?.management.value(on: session.today)?.mode ?? .local
        return try session.change(item, seen: seen) { state throws(CatalogError) in
            try state.submitting(
                by: session.actor,
                note: note,
                report: report,
                along: routes,
                under: mode,
                today: session.today
            )
        }
    }
}
