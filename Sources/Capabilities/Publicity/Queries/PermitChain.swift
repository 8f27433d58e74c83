package import Casework
import EventLog
import Kernel

/// A public decision in the chain of one permit: what it renewed or changed, or what renewed or changed it.
///
/// - Source: Administrative License Law (行政许可法) art. 40, 49, 50.
package struct PermitLink: Hashable, Sendable {
    /// As `前证`, `已延续`.
    package let relation: String
    package let documentNumber: String
}

extension PublicRecord {
    /// Returns the neighbors of a permit in its chain, the earlier one first; only those that are public themselves.
    package func chain(of caseFile: CaseFile.ID) throws -> [PermitLink] {
        let state = try reading.state(CaseFile.self, caseFile.text).state
        let former = state.prior.map { PermitLink(relation: "前证", documentNumber: $0.decisionNumber) }
        let later = state.successors.filter { $0.outcome == .granted }.map { successor in
            PermitLink(relation: successor.chinese, documentNumber: successor.decision)
        }
        return try ([former].compactMap(\.self) + later).filter { link in
            if case .published = try decision(link.documentNumber) { true } else { false }
        }
    }
}
