package import Kernel
package import WorkflowEngine

/// Why a process may not be published: the rule it breaks, where that is written, and a run that shows it.
package struct ProcessFault: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case malformed(FlowFault)
        case unknownPost(Post.ID)
        case unknownStep(Step.ID)
        case reservedName(Step.ID)
        case duplicatePost(Post.ID)
        /// A rule demands an outcome the step does not have.
        case unknownDemand(Step.ID, StepOutcome.ID)
        /// Votes settle an outcome that does more than agree, so that nobody would write what the law wants of it.
        case signedEffect(Step.ID, StepOutcome.ID)
        /// There are more states than can be proved.
        case unprovable(limit: Int)
        case unsound(SoundnessFault)
        case unlawful(FrameRule)
        case limitsExceedPromise(sum: Period, promised: Period)
        case promiseExceedsStatute(promised: Period, statutory: Period)
        /// The units differ, so neither can be shown to be the shorter one.
        case incomparable(Period, Period)
    }

    package let reason: Reason
    /// `nil` where the fault lies in the graph and not in a rule of law.
    package let source: LegalSource?
    /// A shortest run that breaks the rule, its last step the offending one; empty when no run is needed to see it.
    package let path: [PathStep]

    package init(_ reason: Reason, source: LegalSource? = nil, path: [PathStep] = []) {
        self.reason = reason
        self.source = source
        self.path = path
    }

    /// The run in the words of the process: 收件〔登记〕→ 受理审查〔受理〕→ 决定.
    package var pathText: String { path.map(\.chinese).joined(separator: " → ") }
}

/// One step of a run, as its author knows it.
package struct PathStep: Hashable, Sendable {
    package let step: Step.ID
    package let name: String
    /// `nil` where the run stops at the step, or returns to it.
    package let outcome: String?
    package let isReturn: Bool

    package var chinese: String {
        isReturn ? "退回\(name)" : outcome.map { "\(name)〔\($0)〕" } ?? name
    }
}
