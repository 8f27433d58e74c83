/// Why jurisdiction over a case is not disputed, reported or designated so.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 25.2.
package enum DisputeFault: Hashable, Sendable {
    /// The act waits until the dispute with the agency named is over.
    case held(other: String)
    case alreadyOpen(other: String)
    case noneOpen
    /// The superior has designated; nobody disputes it again.
    case designated(document: String)
    /// It was reported: what the superior decides is waited for.
    case reported(superior: String)
    /// The superior does not work with the system, and nobody has reported the dispute to it yet.
    case notReported(superior: String)
    /// Who acts belongs to neither side.
    case notASide(holder: String, other: String)
    case notTheSuperior(String)
}
