package import EventLog
import Kernel

extension ProcessDraft.Content {
    /// Returns what the draft of an imported process begins with.
    ///
    /// A process that was exported from here becomes the next version of itself, if it is published; any other becomes a
    /// new process. The limits are those its category usually has, until the author says which the item has.
    ///
    /// - Parameters:
    ///   - process: what was read; lawful or not yet.
    ///   - category: of a process of another program, which has none.
    ///   - reading: the realm.
    /// - Throws: what the log throws.
    package init(
        imported process: ImportedProcess,
        as category: ProcessDefinition.Category,
        in reading: EventReading
    ) throws {
        let read = process.isOwn ? process.definition : process.definition.classified(as: category)
        let published = process.isOwn ? try reading.lastVersion(of: read.id) : nil
        let definition =
            published.map { read.renamed(read.id, version: $0 + 1) }
            ?? read.renamed(ProcessDefinition.ID(""), version: 1)
        self.init(definition: definition)
    }

    /// The limits that an imported process is checked against before its author has said any.
    package init(definition: ProcessDefinition) {
        let usual = ProcessTemplate.usualLimit(of: definition.category)
        self.init(definition: definition, promised: usual, statutory: usual)
    }
}
