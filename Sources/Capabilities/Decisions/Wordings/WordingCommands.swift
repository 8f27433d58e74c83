package import Directory
package import EventLog
package import Kernel

/// Writes the draft of a division's own words in a document.
package struct DraftWording: Command {
    package static let name = "DraftWording"
    package let document: String
    package let division: Division.Code
    package let wording: DocumentWording
    package let reason: String
    /// The version of the stream that the user saw.
    package let seen: Int

    package init(document: String, division: Division.Code, wording: DocumentWording, reason: String, seen: Int) {
        self.document = document
        self.division = division
        self.wording = wording
        self.reason = reason
        self.seen = seen
    }

    /// - Throws: `DecisionsError.wording`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.changeWording(document, division, seen: seen) { state, shipped in
            try state.require(wording, for: shipped)
            guard !reason.allSatisfy(\.isWhitespace) else { throw DecisionsError.wording(.reasonMissing) }
            let standing = state.draft?.wording ?? state.versions.last?.wording
            guard standing != wording || state.draft?.returned != nil else {
                throw DecisionsError.wording(.unchanged)
            }
            return .drafted(WordingDrafted(wording: wording, reason: reason))
        }
    }
}

/// Puts a draft in force from a day, as an officer who had no hand in it.
package struct EnactWording: Command {
    package static let name = "EnactWording"
    package let document: String
    package let division: Division.Code
    package let inForceFrom: Day
    /// The version of the stream that the user saw.
    package let seen: Int

    package init(document: String, division: Division.Code, inForceFrom: Day, seen: Int) {
        self.document = document
        self.division = division
        self.inForceFrom = inForceFrom
        self.seen = seen
    }

    /// - Throws: `DecisionsError.wording`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.changeWording(document, division, seen: seen) { state, shipped in
            let draft = try state.requireOther(session.actor)
            guard draft.returned == nil else { throw DecisionsError.wording(.returned) }
            try state.require(draft.wording, for: shipped)
            try state.require(inForceFrom, on: session.today)
            return .enacted(
                WordingEnacted(
                    number: Open(state.versions.count + 1),
                    wording: Open(draft.wording),
                    reason: Open(draft.reason),
                    inForceFrom: Open(inForceFrom)
                )
            )
        }
    }
}

/// Sends a draft back to its author, with the reason.
package struct ReturnWording: Command {
    package static let name = "ReturnWording"
    package let document: String
    package let division: Division.Code
    package let reason: String
    /// The version of the stream that the user saw.
    package let seen: Int

    package init(document: String, division: Division.Code, reason: String, seen: Int) {
        self.document = document
        self.division = division
        self.reason = reason
        self.seen = seen
    }

    /// - Throws: `DecisionsError.wording`, or `EventLogError.stale`.
    package func run(in session: CommandSession) throws -> Int {
        try session.changeWording(document, division, seen: seen) { state, _ in
            _ = try state.requireOther(session.actor)
            guard !reason.allSatisfy(\.isWhitespace) else { throw DecisionsError.wording(.reasonMissing) }
            return .returned(WordingReturned(reason: reason))
        }
    }
}

extension CommandSession {
    /// Appends what `decide` makes of the wording's state; returns the stream's version after it.
    fileprivate func changeWording(
        _ document: String,
        _ division: Division.Code,
        seen: Int,
        _ decide: (WordingTemplate, WordedDocument) throws -> WordingEvent
    ) throws -> Int {
        guard actor.kind == .officer else { throw DecisionsError.wording(.notAnOfficer) }
        guard let shipped = try WordedDocument.named(document) else {
            throw DecisionsError.wording(.noSuchDocument(document))
        }
        let key = WordingTemplate.key(document, division)
        let loaded = try load(WordingTemplate.self, key)
        try requireSeen(seen, WordingTemplate.self, key)
        try append(try decide(loaded.state, shipped), to: WordingTemplate.self, key)
        return loaded.version + 1
    }
}
