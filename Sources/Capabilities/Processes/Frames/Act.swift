/// A pattern of acts: the completion of a step of some kind, with any effect or one of those given.
package struct Act: Hashable, Sendable {
    package let kinds: Set<StepKind>
    /// `nil` for any outcome.
    package let effects: Set<OutcomeEffect>?

    package init(_ kinds: StepKind..., effects: Set<OutcomeEffect>? = nil) {
        self.init(kinds: Set(kinds), effects: effects)
    }

    package init(kinds: Set<StepKind>, effects: Set<OutcomeEffect>?) {
        self.kinds = kinds
        self.effects = effects
    }

    package func covers(_ step: Step, _ outcome: StepOutcome) -> Bool {
        guard kinds.contains(step.kind) else { return false }
        guard let effects else { return true }
        return outcome.effect.map { effects.contains($0) } ?? false
    }
}
