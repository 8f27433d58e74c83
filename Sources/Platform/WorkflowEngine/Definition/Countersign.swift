/// A step that several sign (会签), and what their votes lead to.
///
/// Who signs is settled while the case runs: signers are added and removed as long as the step waits.
package struct Countersign: Hashable, Sendable, Codable {
    package let quorum: Quorum
    /// Whether each signs only after the one before.
    package let inOrder: Bool
    /// The outcome taken as soon as enough agree.
    package let agreed: FlowOutcome.ID
    /// The outcome taken as soon as enough can no longer agree.
    package let refused: FlowOutcome.ID

    package init(_ quorum: Quorum, inOrder: Bool = false, agreed: FlowOutcome.ID, refused: FlowOutcome.ID) {
        self.quorum = quorum
        self.inOrder = inOrder
        self.agreed = agreed
        self.refused = refused
    }
}

/// How many of the signers must agree.
///
/// Text form: `all`, `any`, `3`, `2/3`.
package enum Quorum: Hashable, Sendable {
    case all
    case any
    case count(Int)
    /// At least this share, rounded up to whole signers.
    case share(Int, of: Int)

    func needed(of signers: Int) -> Int {
        switch self {
        case .all: signers
        case .any: 1
        case .count(let count): count
        case .share(let part, let whole): (signers * part + whole - 1) / whole
        }
    }
}

extension Quorum: Codable, CustomStringConvertible {
    package var description: String {
        switch self {
        case .all: "all"
        case .any: "any"
        case .count(let count): String(count)
        case .share(let part, let whole): "\(part)/\(whole)"
        }
    }

    /// Returns `nil` unless `text` has the text form; counts lie between 1 and 1,000, a share is at most the whole.
    package init?(_ text: String) {
        let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
        switch text {
        case "all": self = .all
        case "any": self = .any
        default:
            guard numbers.allSatisfy({ (1...1_000).contains($0) }) else { return nil }
            switch numbers.count {
            case 1: self = .count(numbers[0])
            case 2 where numbers[0] <= numbers[1]: self = .share(numbers[0], of: numbers[1])
            default: return nil
            }
        }
    }

    package init(from decoder: any Decoder) throws {
        self = try decoder.value(Quorum.init, expected: "a quorum as 2/3")
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
