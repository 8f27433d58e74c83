import EventLog
package import Kernel
package import Processes

/// Who did a step, in which capacity, and what came of it: the responsible person of each step, for ever.
package struct StepAct: Hashable, Sendable {
    package internal(set) var step: Step.ID
    package let outcome: StepOutcome.ID
    package let officer: String
    package let post: String?
    package let at: Instant
    /// Since when the step had waited; `nil` when it did not.
    package let entered: Instant?
    package let opinion: String
    /// When the notice that opened the step reached the party; `nil` where none did.
    package let noticedOn: Day?
    /// Who did it along with the officer.
    package internal(set) var companions: [String] = []
    /// Who signed it before, where several did (会签); who settled it is its officer.
    package internal(set) var votes: [Vote] = []
    /// Whether a return to an earlier step has since voided it.
    package internal(set) var isVoided = false

    /// One officer's signature under a step that several sign.
    package struct Vote: Hashable, Sendable {
        package let officer: String
        package let post: String?

        init(_ actor: Actor) { (officer, post) = (actor.id, actor.post) }
    }
}
