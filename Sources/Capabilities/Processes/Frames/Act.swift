/// A pattern of acts: the completion of a step of some kind, with any effect or one of those given, but none of those left
/// out.
package struct Act: Hashable, Sendable {
    package let kinds: Set<StepKind>
    /// `nil` for any outcome.
    package let effects: Set<OutcomeEffect>?
    /// Effects with which it is another act; empty for most.
    package let except: Set<OutcomeEffect>

    package init(_ kinds: StepKind..., effects: Set<OutcomeEffect>? = nil, except: Set<OutcomeEffect> = []) {
        self.init(kinds: Set(kinds), effects: effects, except: except)
    }

    package init(kinds: Set<StepKind>, effects: Set<OutcomeEffect>?, except: Set<OutcomeEffect> = []) {
        self.kinds = kinds
        self.effects = effects
        self.except = except
    }

    package func covers(_ step: Step, _ outcome: StepOutcome) -> Bool {
        guard kinds.contains(step.kind) else { return false }
        if let effect = outcome.effect, except.contains(effect) { return false }
        guard let effects else { return true }
        return outcome.effect.map { effects.contains($0) } ?? false
    }
}
