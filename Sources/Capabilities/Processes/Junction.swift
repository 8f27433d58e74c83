package import WorkflowEngine

/// Where parallel branches come together again.
package struct Junction: Hashable, Sendable, Codable {
    package let id: Step.ID
    package let rule: JoinRule
    package let next: Step.ID

    package init(id: Step.ID, rule: JoinRule = .all, next: Step.ID) {
        self.id = id
        self.rule = rule
        self.next = next
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(Step.ID.self, forKey: .id)
        rule = try container.decodeIfPresent(JoinRule.self, forKey: .rule) ?? .all
        next = try container.decode(Step.ID.self, forKey: .next)
    }
}

/// How a case may come to its end.
package struct Ending: Hashable, Sendable, Codable {
    package let id: Step.ID
    package let name: String
    /// Whether the case ends here whatever else is going on.
    package let terminates: Bool?

    package init(id: Step.ID, name: String, terminates: Bool? = nil) {
        self.id = id
        self.name = name
        self.terminates = terminates
    }
}

/// A wait that nobody ends but time: when the limit has passed, the case goes on.
package struct ProcessTimer: Hashable, Sendable, Codable {
    package let id: Step.ID
    package let name: String
    package let limit: StepLimit
    package let next: Step.ID

    package init(id: Step.ID, name: String, limit: StepLimit, next: Step.ID) {
        self.id = id
        self.name = name
        self.limit = limit
        self.next = next
    }
}
