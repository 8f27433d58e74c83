import EventLog
import Kernel
package import Processes

extension CaseFile {
    /// Whether the case is one that may be taken into another, or taken apart.
    package func isRegroupable(_ definition: ProcessDefinition) -> Bool {
        definition.category.isExOfficio && opening?.isExOfficio == true && proposal == nil
            && CaseVerb.split.rule.stages.contains(stage.name)
    }
}

extension CaseRun {
    /// Refuses a case that somebody applied for, and one whose party knows already what is proposed.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 38; Administrative Penalty Law (行政处罚法) art. 44.
    func requireRegrouping() throws(CaseworkError) {
        guard definition.category.isExOfficio, state.opening?.isExOfficio == true else {
            throw .merging(.onApplication)
        }
        guard state.proposal == nil else { throw .merging(.toldAlready) }
    }

    /// Files pieces of another case's evidence here, with who obtained them; what was erased does not come back.
    mutating func add(_ numbers: [Int], of other: CaseFile) throws {
        for piece in other.evidence where numbers.contains(piece.number) {
            guard let evidence = piece.evidence else { continue }
            try append(
                .evidenceAdded(
                    EvidenceAdded(
                        number: state.evidence.count + 1,
                        evidence: .present(subject: state.subject ?? opening.party, evidence),
                        collectors: piece.collectors
                    )
                )
            )
        }
    }
}
