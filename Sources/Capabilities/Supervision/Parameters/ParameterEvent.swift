package import EventLog
package import Kernel

/// A supervisor set thresholds or level of a rule for a scope, from a day on.
package struct ParametersSet: EventPayload {
    package static let type = "Parameters.Set"
    package let number: Int
    package let setting: ParameterSetting
}

/// What was set holds no longer from a day on.
package struct ParametersEnded: EventPayload {
    package static let type = "Parameters.Ended"
    package let number: Int
    package let from: Day
    package let reason: String
}

/// Everything watched was planned anew for what holds on the day.
package struct ParametersApplied: EventPayload {
    package static let type = "Parameters.Applied"
    package let through: Day
}

/// Every fact about the parameters that supervisors set.
package enum ParameterEvent: EventFamily {
    case set(ParametersSet)
    case ended(ParametersEnded)
    case applied(ParametersApplied)

    package static let members: [EventMember<ParameterEvent>] = [
        EventMember(ParametersSet.self, ParameterEvent.set),
        EventMember(ParametersEnded.self, ParameterEvent.ended),
        EventMember(ParametersApplied.self, ParameterEvent.applied),
    ]

    package var payload: any EventPayload {
        switch self {
        case .set(let payload): payload
        case .ended(let payload): payload
        case .applied(let payload): payload
        }
    }
}
