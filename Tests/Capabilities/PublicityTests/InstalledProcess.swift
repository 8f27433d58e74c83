import EventLog
import Kernel

@testable import Processes

/// Publishes the general licensing process without proving it again: the proofs have their own tests.
func installProcess(in session: CommandSession) throws {
    let definition = try ProcessTemplate.licensingGeneral.definition()
    let key = PublishedProcess.key(id: definition.id.text, version: definition.version)
    let published = ProcessPublished(definition: definition, promised: .workingDays(20), statutory: .workingDays(20))
    try session.append(.published(published), to: PublishedProcess.self, key)
}
