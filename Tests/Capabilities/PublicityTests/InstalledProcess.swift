import EventLog
import Kernel

@testable import Processes

/// Publishes the processes of the tests without proving them again: the proofs have their own tests.
func installProcesses(in session: CommandSession) throws {
    for template in [ProcessTemplate.licensingGeneral, .penaltySimple, .levy] {
        let definition = try template.definition()
        let key = PublishedProcess.key(id: definition.id.text, version: definition.version)
        let published = ProcessPublished(
            definition: definition,
            promised: .workingDays(20),
            statutory: .workingDays(20)
        )
        try session.append(.published(published), to: PublishedProcess.self, key)
    }
}
