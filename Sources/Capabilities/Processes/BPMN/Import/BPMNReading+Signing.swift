import Interchange
import Kernel
import WorkflowEngine

/// Where several do a task, in a file of another program.
extension BPMNReading {
    /// Reads a task with several instances as one that several sign, where that is what it says.
    ///
    /// All of them must end (no completion condition) or the condition is one that our export writes, and the task must
    /// end in a yes or a no. Where all must agree one no decides, which a program that waits for every instance finds out
    /// later: that is told.
    mutating func signing(of number: Int, ending outcomes: [StepOutcome]) -> Countersign? {
        let node = process.nodes[number]
        guard own == nil, case .task(isManual: true) = node.kind, outcomes.count == 2,
            let several = node.element.children.first(where: { $0.isBPMN("multiInstanceLoopCharacteristics") }),
            let quorum = BPMNReading.quorum(of: several), (several["behavior"] ?? "All") == "All",
            let agreed = outcomes.first(where: { BPMNReading.consent.meaning(of: $0.name) == true }),
            let refused = outcomes.first(where: { BPMNReading.consent.meaning(of: $0.name) == false })
        else { return nil }
        countersigned.insert(number)
        rest.note(several, .countersigned, in: node.element)
        return Countersign(quorum, inOrder: several["isSequential"] == "true", agreed: agreed.id, refused: refused.id)
    }

    private static func quorum(of several: MarkupElement) -> Quorum? {
        guard let condition = several.children.first(where: { $0.isBPMN("completionCondition") }) else { return .all }
        return Quorum(completionCondition: condition.text)
    }

    /// Words of consent; what says no often holds what says yes.
    private static let consent = LikelyWords([
        ("不同意", false), ("不通过", false), ("未通过", false), ("不批准", false), ("不予", false), ("不准", false),
        ("驳回", false), ("退回", false), ("拒绝", false), ("否决", false), ("disagree", false), ("disapprove", false),
        ("not approved", false), ("reject", false), ("refuse", false), ("denied", false), ("同意", true),
        ("通过", true), ("批准", true), ("准予", true), ("agree", true), ("approve", true), ("accept", true),
    ])
}
