import Kernel
import WorkflowEngine

/// One move of a pretended case.
///
/// Text form: `examine>proposed`, several outcomes `examine>a+b`, a timer `wait!`, a return `review<examine`.
package enum RehearsalMove: Hashable, Sendable {
    case complete(Step.ID, [StepOutcome.ID])
    case fire(Step.ID)
    case goBack(from: Step.ID, to: Step.ID)
}

extension RehearsalMove: Codable, CustomStringConvertible {
    package var description: String {
        switch self {
        case .complete(let step, let outcomes): "\(step)>\(outcomes.map(\.text).joined(separator: "+"))"
        case .fire(let timer): "\(timer)!"
        case .goBack(let from, let to): "\(from)<\(to)"
        }
    }

    /// Returns `nil` unless `text` has the text form.
    package init?(_ text: String) {
        if text.hasSuffix("!") {
            self = .fire(Step.ID(String(text.dropLast())))
            return
        }
        guard let mark = text.firstIndex(where: { $0 == ">" || $0 == "<" }), mark != text.startIndex else {
            return nil
        }
        let (step, rest) = (Step.ID(String(text[..<mark])), text[text.index(after: mark)...])
        guard !rest.isEmpty else { return nil }
        if text[mark] == "<" {
            self = .goBack(from: step, to: Step.ID(String(rest)))
        } else {
            self = .complete(step, rest.split(separator: "+").map { StepOutcome.ID(String($0)) })
        }
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let move = RehearsalMove(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "expected a move as a>b, found \(text)")
            )
        }
        self = move
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
