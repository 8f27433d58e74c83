import Interchange
import Kernel
import WorkflowEngine

/// What an event does to a case.
extension BPMNNode {
    var isEnd: Bool { if case .end = kind { true } else { false } }

    /// Whether it waits beside its host and takes it away: time, a message, a condition.
    var interruptsByItself: Bool {
        guard case .boundary(let event, _, true) = kind else { return false }
        switch event {
        case .timer, .message, .signal, .other("conditionalEventDefinition"), .other("multiple"): return true
        case .none, .error, .link, .compensation, .other: return false
        }
    }

    /// Whether it is one of the ways its host ends: an error, an escalation, a cancellation.
    var isOutcome: Bool {
        guard case .boundary(let event, _, true) = kind else { return false }
        switch event {
        case .error, .other("escalationEventDefinition"), .other("cancelEventDefinition"): return true
        case .none, .timer, .message, .signal, .link, .compensation, .other: return false
        }
    }

    var catchesError: Bool { if case .boundary(.error, _, _) = kind { true } else { false } }

    /// An event without a code catches every error.
    func catches(error code: String) -> Bool {
        guard case .boundary(.error(let own), _, _) = kind else { return false }
        return own.isEmpty || own == code
    }

    /// The time after which it goes on by itself, if that is what it waits for.
    var period: Period? {
        switch kind {
        case .catches(.timer(let period)), .boundary(.timer(let period), _, _): period
        case .start, .task, .receive, .call, .subProcess, .adHoc, .gateway, .catches, .throws_, .boundary, .end: nil
        }
    }

    var performer: Performer? {
        switch kind {
        case .receive(let message), .catches(.message(let message)), .catches(.signal(let message)),
            .boundary(.message(let message), _, _), .boundary(.signal(let message), _, _):
            .message(message.isEmpty ? id : message)
        case .call(let process): .subCase(process.isEmpty ? id : process)
        case .start, .task, .subProcess, .adHoc, .gateway, .catches, .throws_, .boundary, .end: nil
        }
    }

    /// Whether it sits on the edge of a step and neither takes it away nor ends it.
    var waitsWithoutEffect: Bool {
        if case .boundary = kind { return !interruptsByItself && !isOutcome }
        return false
    }
}
