package import EventLog
package import Kernel

/// Publishes a version of a process, if it is sound and satisfies the frame of its category on every path.
package struct PublishProcess: Command {
    package static let name = "PublishProcess"
    package let definition: ProcessDefinition
    package let promised: Period
    package let statutory: Period

    package init(definition: ProcessDefinition, promised: Period, statutory: Period) {
        self.definition = definition
        self.promised = promised
        self.statutory = statutory
    }

    package func run(in session: CommandSession) throws -> String {
        let key = PublishedProcess.key(id: definition.id.text, version: definition.version)
        guard try !session.load(PublishedProcess.self, key).exists else { throw ProcessRefusal.alreadyPublished(key) }
        let faults = definition.check(promised: promised, statutory: statutory)
        guard faults.isEmpty else { throw ProcessRefusal.unlawful(faults) }
        try session.append(
            .published(ProcessPublished(definition: definition, promised: promised, statutory: statutory)),
            to: PublishedProcess.self,
            key
        )
        return key
    }
}
