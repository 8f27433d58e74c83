/// The rules in force, in one version of their parameters.
package struct RuleBook: Sendable {
    package let version: String
    package let acts: [any ActRule]
    package let passive: [any PassiveRule]
    package let parameters: RuleParameters

    package init(_ parameters: RuleParameters) throws(RuleParameters.Fault) {
        self.parameters = parameters
        version = "supervision@\(parameters.version)"
        let acts: [any ActRule] = [
            try RepeatedCorrection(parameters), try AcceptanceRefused(parameters),
            try DecisionDocumentMissing(parameters), try ReasonsMissing(parameters),
        ]
        let passive: [any PassiveRule] = [
            try LimitRunsOut(parameters), try PromiseExceeded(parameters), try LimitExceeded(parameters),
            try AnswerOverdue(parameters), try StepLimitUsedUp(parameters), try ServiceOverdue(parameters),
            try PublishedLate(parameters), try SuspensionOverrun(parameters),
        ]
        self.acts = acts.filter { parameters.isOn(type(of: $0).code) }
        self.passive = passive.filter { parameters.isOn(type(of: $0).code) }
    }

    package var all: [any SupervisionRule] { acts + passive }

    package func passive(_ code: RuleCode) -> (any PassiveRule)? { passive.first { type(of: $0).code == code } }

    package func level(of code: RuleCode) -> FindingLevel? { all.first { type(of: $0).code == code }?.level }
}
