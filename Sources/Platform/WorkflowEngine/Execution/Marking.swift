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

    package init() {}
}

/// Text form, for one column of a row: phase, tokens, done; for example `running 10 3f`.
extension Marking: CustomStringConvertible {
    package var description: String { "\(phase.rawValue) \(tokens.text) \(done.text)" }

    /// Returns `nil` unless `text` has the text form.
    package init?(_ text: some StringProtocol) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, let phase = Phase(rawValue: String(words[0])),
            let tokens = BitSet(text: words[1]), let done = BitSet(text: words[2])
        else { return nil }
        self.phase = phase
        self.tokens = tokens
        self.done = done
    }
}

extension Marking: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let marking = Marking(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected a marking, found \(text)")
            )
        }
        self = marking
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
