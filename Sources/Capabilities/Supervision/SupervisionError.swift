package import Kernel

/// Every refusal of supervision.
package enum SupervisionError: Error, Hashable, Sendable {
    case noSuchCase(String)
    case noSuchFinding(Int)
    case wrongStatus(Int, Finding.Status.Name)
    /// The agency's time to explain is not over, and it has not explained yet.
    case mayStillExplain(until: Day)
    case textMissing(field: String, atLeast: Int)
    case textTooLong(field: String, limit: Int, found: Int)
    /// Only an officer of the agency concerned explains.
    case otherAgency(String)
    /// Judging findings takes a post of supervision.
    case notASupervisor
}
