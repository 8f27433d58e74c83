/// Every refusal about processes, published or being drawn up.
package enum ProcessRefusal: Error, Hashable, Sendable {
    /// The agency named draws the draft up.
    case otherAgency(String)
    case notPublished(String)
    case alreadyPublished(String)
    /// The faults, each with the article and the path that breaks it.
    case unlawful([ProcessFault])
    case unknownDraft
    case wrongDraftStage(expected: ProcessDraft.Stage, found: ProcessDraft.Stage)
    /// The author's own cases that come out otherwise.
    case testCasesFail([String])
    /// Who had a hand in a draft neither publishes it nor sends it back.
    case sameOfficer
    case reasonMissing
}
