package import EventLog
package import Kernel

/// Why a case was not decided by the day that was promised (超过承诺时限的原因); the stream's key is the case.
///
/// - Source: Regulations on Optimizing the Business Environment (优化营商环境条例) art. 36 (promises are kept and
///   published); 国办发〔2018〕118号 (what is published of how powers are used).
package struct Delay: Aggregate {
    package static let category = "delay"

    /// `nil` until the agency has said why.
    package private(set) var explained: DelayExplained?

    package init() {}

    package mutating func evolve(_ event: DelayEvent, _ envelope: Envelope) {
        switch event {
        case .explained(let event): explained = event
        }
    }
}

/// The agency said why, in words for everybody; a later word of it stands beside the case instead of the earlier one.
package struct DelayExplained: EventPayload {
    package static let type = "Delay.Explained"
    package let agency: String
    package let item: String
    package let promisedDue: Day
    package let on: Day
    /// Masked before it was recorded.
    package let reason: Open<String>
    /// The version of the masking policy.
    package let policy: String
}

package enum DelayEvent: EventFamily {
    case explained(DelayExplained)

    package static let members: [EventMember<DelayEvent>] = [
        EventMember(DelayExplained.self, DelayEvent.explained)
    ]

    package var payload: any EventPayload {
        switch self {
        case .explained(let payload): payload
        }
    }
}
