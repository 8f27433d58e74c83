import Kernel

/// What a command on a case answers: enough for the next screen to start from.
package struct CaseAnswer: Hashable, Sendable, Codable {
    package let caseFile: CaseFile.ID
    package let stage: Stage.Name

    init(_ run: CaseRun) {
        caseFile = run.id
        stage = run.state.stage.name
    }
}
