/// Where a run stands: the tokens at rest and what has been completed, in a few machine words.
///
/// The numbers are those of the `Flow` the run is pinned to; another version of the graph reads them differently.
package struct Marking: Hashable, Sendable {
    package enum Phase: String, Hashable, Sendable {
        case notStarted
        case running
        case ended
        case cancelled
    }

    package internal(set) var phase: Phase = .notStarted
    /// Places with a token: steps and timers that wait, branches that have arrived at a join.
    package internal(set) var tokens = BitSet()
    /// Transitions that have happened and still count: outcomes taken, timers fired, joins passed.
    package internal(set) var done = BitSet()
    /// The panels of countersigned steps that have one, by the number of the step.
    package internal(set) var panels: [Panel] = []

    package init() {}
}

/// Text form, for one column of a row: phase, tokens, done and, if there are any, panels; for example `running 10 3f`.
extension Marking: CustomStringConvertible {
    package var description: String {
        ([phase.rawValue, tokens.text, done.text] + panels.map(\.description)).joined(separator: " ")
    }

    /// Returns `nil` unless `text` has the text form.
    package init?(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count >= 3, let phase = Phase(rawValue: String(words[0])),
            let tokens = BitSet(text: words[1]), let done = BitSet(text: words[2])
        else { return nil }
        self.phase = phase
        self.tokens = tokens
        self.done = done
        for word in words.dropFirst(3) {
            guard let panel = Panel(text: word), panel.node > panels.last?.node ?? -1 else { return nil }
            panels.append(panel)
        }
    }
}

extension Marking: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoder.value(Marking.init, expected: "a marking")
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
