/// Why a demonstration could not be made; each is an error of ours, not of the operator.
package enum DemonstrationFault: Error, Hashable, Sendable {
    case noAgency(String)
    /// No item of the catalog can be applied for.
    case noItem
    /// A step of the simulation was refused.
    case refused(caseNumber: String, move: String, reason: String)
}
