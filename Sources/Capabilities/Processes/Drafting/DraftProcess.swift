package import EventLog
import Kernel

/// Writes a draft of a process, a new one or the next state of one there is; faults do not hinder it.
package struct DraftProcess: Command {
    package static let name = "DraftProcess"
    /// `nil` begins a new draft.
    package let draft: ProcessDraft.ID?
    package let content: ProcessDraft.Content
    /// The version of the draft's stream that the user saw.
    package let seen: Int?

    package init(draft: ProcessDraft.ID?, content: ProcessDraft.Content, seen: Int? = nil) {
        self.draft = draft
        self.content = content
        self.seen = seen
    }

    /// Returns the draft; a process that has no name of its own yet takes the draft's.
    ///
    /// - Throws: `ProcessRefusal`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> ProcessDraft.ID {
        guard let draft else {
            let id: ProcessDraft.ID = session.newIdentifier("W")
            let definition = content.definition
            let named = definition.id.text.isEmpty ? definition.renamed(ProcessDefinition.ID(id.text)) : definition
            let content = ProcessDraft.Content(
                definition: named,
                promised: content.promised,
                statutory: content.statutory,
                testCases: content.testCases
            )
            try session.append(
                .drafted(ProcessDrafted(content: content, agency: session.actor.agency)),
                to: ProcessDraft.self,
                id.text
            )
            return id
        }
        _ = try session.change(draft, seen: seen) { state throws(ProcessRefusal) in
            _ = try state.content(at: .drafted)
            try state.requireOwnAgency(session.actor)
            return .drafted(ProcessDrafted(content: content))
        }
        return draft
    }
}

/// Submits a draft for publication, if it is lawful and does what its author's cases say.
package struct SubmitProcess: Command {
    package static let name = "SubmitProcess"
    package let draft: ProcessDraft.ID
    package let seen: Int?
    package let note: String?

    package init(draft: ProcessDraft.ID, seen: Int? = nil, note: String? = nil) {
        self.draft = draft
        self.seen = seen
        self.note = note
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `ProcessRefusal`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.change(draft, seen: seen) { state throws(ProcessRefusal) in
            let content = try state.content(at: .drafted)
            try state.requireOwnAgency(session.actor)
            let faults = content.faults
            guard faults.isEmpty else { throw .unlawful(faults) }
            let failed = content.testCases.filter { $0.fault(in: content.definition) != nil }.map(\.name)
            guard failed.isEmpty else { throw .testCasesFail(failed) }
            return .submitted(ProcessSubmitted(note: note))
        }
    }
}

/// Sends a submitted draft back to its author, with the reason.
package struct ReturnProcess: Command {
    package static let name = "ReturnProcess"
    package let draft: ProcessDraft.ID
    package let seen: Int?
    package let reason: String

    package init(draft: ProcessDraft.ID, seen: Int? = nil, reason: String) {
        self.draft = draft
        self.seen = seen
        self.reason = reason
    }

    /// Returns the version of the stream after it.
    ///
    /// - Throws: `ProcessRefusal`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.change(draft, seen: seen) { state throws(ProcessRefusal) in
            _ = try state.content(at: .submitted)
            try state.requireAnother(session.actor)
            guard !reason.isEmpty else { throw .reasonMissing }
            return .returned(ProcessReturned(reason: reason))
        }
    }
}

/// Publishes a submitted draft, as an officer who had no hand in it.
package struct PublishDraft: Command {
    package static let name = "PublishDraft"
    package let draft: ProcessDraft.ID
    package let seen: Int?

    package init(draft: ProcessDraft.ID, seen: Int? = nil) {
        self.draft = draft
        self.seen = seen
    }

    /// Returns the key of the published version.
    ///
    /// - Throws: `ProcessRefusal`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> String {
        let state = try session.load(ProcessDraft.self, draft.text).state
        let content = try state.content(at: .submitted)
        try state.requireAnother(session.actor)
        if let seen { try session.requireSeen(seen, ProcessDraft.self, draft.text) }
        let key = try PublishProcess(
            definition: content.definition,
            promised: content.promised,
            statutory: content.statutory
        ).run(in: session)
        try session.append(.published(ProcessDraftPublished(key: key)), to: ProcessDraft.self, draft.text)
        return key
    }
}

extension CommandSession {
    /// Appends what `decide` makes of the draft's state; returns the stream's version after it.
    fileprivate func change(
        _ draft: ProcessDraft.ID,
        seen: Int?,
        _ decide: (ProcessDraft) throws(ProcessRefusal) -> ProcessDraftEvent
    ) throws -> Int {
        let loaded = try load(ProcessDraft.self, draft.text)
        guard loaded.exists else { throw ProcessRefusal.unknownDraft }
        if let seen { try requireSeen(seen, ProcessDraft.self, draft.text) }
        try append(try decide(loaded.state), to: ProcessDraft.self, draft.text)
        return loaded.version + 1
    }
}
