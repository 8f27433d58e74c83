package import Kernel
package import Processes

/// Why a case stays under its version of the process, or a plan to change that is not followed.
package enum MigrationBar: Hashable, Sendable {
    case noSuchPlan
    case planDeclined(String)
    /// Who proposed does not decide.
    case ownPlan
    case planCases(limit: Int, found: Int)
    case notInPlan
    /// The case runs under another version than the plan takes over.
    case otherVersion(expected: ProcessPin, found: ProcessPin)
    case process(ProcessMigration.Refusal)
    /// The version cannot keep the promise made in this case.
    case promiseBroken(Period)
    /// While the party is waited for or the clock stands still, the case stays at its step.
    case mustStay(Stage.Name)
}
