import Kernel

/// What a command on a case answers: enough for the next screen to start from.
package struct CaseAnswer: Hashable, Sendable, Codable {
    package let caseFile: CaseFile.ID
    package let stage: Stage.Name
    /// The number of the case that came out of this one.
    package let apart: String?

    init(_ run: CaseRun, apart: String? = nil) {
        caseFile = run.id
        stage = run.state.stage.name
        self.apart = apart
    }
}
