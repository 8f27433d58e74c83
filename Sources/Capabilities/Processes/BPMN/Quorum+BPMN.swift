package import WorkflowEngine

/// When a countersign is over, as the completion condition of a task with several instances: a formula over the numbers
/// of signers and of those who agreed and refused so far.
extension Quorum {
    /// Enough agree, or enough no longer can.
    package var completionCondition: String {
        switch self {
        case .all: "agreed == signers || refused > 0"
        case .any: "agreed > 0 || refused == signers"
        case .count(let count): "agreed >= \(count) || signers - refused < \(count)"
        case .share(let part, let whole):
            "agreed * \(whole) >= signers * \(part) || (signers - refused) * \(whole) < signers * \(part)"
        }
    }

    /// Returns `nil` for a formula that `completionCondition` never gives.
    init?(completionCondition formula: String) {
        let words = formula.split(whereSeparator: \.isWhitespace)
        let numbers = words.compactMap { Int($0) }
        let shares = numbers.count == 4 ? Quorum("\(numbers[1])/\(numbers[0])") : nil
        let counts = numbers.first.flatMap { Quorum(String($0)) }
        let written = words.joined(separator: " ")
        let meant = [Quorum.all, .any, counts, shares].compactMap(\.self).first { $0.completionCondition == written }
        guard let meant else { return nil }
        self = meant
    }
}
