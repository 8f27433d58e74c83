import Casework
import Catalog
import EventLog
import Kernel
import Processes

/// What the list of the case's agency wants recorded: of the steps done, each by its day, and of those that wait.
struct RecordedSteps: Sendable {
    let owed: [OwedRecording]
    let waiting: [RecordingDuty]
    /// The steps under which a recording may be filed, the one that waits first.
    let open: [Step]

    init(_ state: CaseFile, _ definition: ProcessDefinition, on today: Day, in reading: EventReading) throws {
        guard let item = state.opening?.item else {
            (owed, waiting, open) = ([], [], [])
            return
        }
        let list = try reading.state(OfficialList.self, item.list(RecordingDuty.list)).state
        owed = try state.owedRecordings(definition, by: list)
        let standing = state.position.steps.compactMap(definition.step)
        waiting = try standing.compactMap { try RecordingDuty.of($0, under: item, on: today, by: list) }
        let done = Set(state.acts.filter { !$0.isVoided }.map(\.step)).subtracting(standing.map(\.id))
        open = standing + definition.steps.filter { done.contains($0.id) }
    }
}
