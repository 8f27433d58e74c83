import EventLog
import Kernel
package import Processes
package import WorkflowEngine

/// A running case went over to another version of its process; its clock, papers and acts are what they were.
///
/// - Source: Administrative License Law (行政许可法) art. 8, 42.
package struct ProcessMigrated: EventPayload {
    package static let type = "CaseFile.ProcessMigrated"
    package let from: ProcessPin
    package let to: ProcessPin
    /// What became of the steps of `from`.
    package let mapping: FlowMapping
    package let plan: MigrationPlan.ID
    /// Whether the case goes back to the version it came from.
    package let goesBack: Bool
    package let proposedBy: String
    package let reason: String
    package let position: FlowPosition

    /// Returns what a step of `from` is called in `to`; `nil` where nothing takes its place.
    package func target(of step: Step.ID) -> Step.ID? { mapping.target(of: step) }
}
