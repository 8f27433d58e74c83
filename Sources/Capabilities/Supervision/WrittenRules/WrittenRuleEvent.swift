package import EventLog
package import Kernel

/// A supervisor wrote a version of a rule, proved or not yet.
package struct WrittenRuleDrafted: EventPayload {
    package static let type = "WrittenRules.Drafted"
    package let number: Int
    package let rule: WrittenRule
}

/// A supervisor asked that a draft be held against the history up to this event.
package struct WrittenRuleTrialBegun: EventPayload, Hashable {
    package static let type = "WrittenRules.TrialBegun"
    package let code: RuleCode
    package let number: Int
    package let from: Day
    package let through: Day
}

/// A trial came to no result.
package struct WrittenRuleTrialEnded: EventPayload, Hashable {
    package enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
        case stopped
        /// The history could not be judged.
        case failed
    }

    package static let type = "WrittenRules.TrialEnded"
    package let code: RuleCode
    package let number: Int
    package let reason: Reason
}

/// A draft was held against history.
package struct WrittenRuleTried: EventPayload, Hashable {
    package static let type = "WrittenRules.Tried"
    package let code: RuleCode
    package let number: Int
    package let from: Day
    package let through: Day
    /// How many cases were judged.
    package let cases: Int
    /// How many findings there would have been.
    package let found: Int
    /// The position in the log before which everything was judged; trials of before 2026-11-29 did not say it.
    package let before: Int64?
    /// Where they would have been; trials of before 2026-11-29 did not keep it.
    package let tally: TrialTally?

    package init(
        code: RuleCode,
        number: Int,
        from: Day,
        through: Day,
        cases: Int,
        found: Int,
        before: Int64? = nil,
        tally: TrialTally? = nil
    ) {
        self.code = code
        self.number = number
        self.from = from
        self.through = through
        self.cases = cases
        self.found = found
        self.before = before
        self.tally = tally
    }
}

/// A version went on: from when is the envelope's matter.
package struct WrittenRuleMoved: Hashable, Sendable, Codable {
    package let code: RuleCode
    package let number: Int
    package let reason: String
}

package struct WrittenRuleShadowed: EventPayload {
    package static let type = "WrittenRules.Shadowed"
    package let moved: WrittenRuleMoved
}

package struct WrittenRuleEnacted: EventPayload {
    package static let type = "WrittenRules.Enacted"
    package let moved: WrittenRuleMoved
}

package struct WrittenRuleEnded: EventPayload {
    package static let type = "WrittenRules.Ended"
    package let moved: WrittenRuleMoved
}

/// Every fact about the rules that supervisors write.
package enum WrittenRuleEvent: EventFamily {
    case drafted(WrittenRuleDrafted)
    case trialBegun(WrittenRuleTrialBegun)
    case trialEnded(WrittenRuleTrialEnded)
    case tried(WrittenRuleTried)
    case shadowed(WrittenRuleMoved)
    case enacted(WrittenRuleMoved)
    case ended(WrittenRuleMoved)

    package static let members: [EventMember<WrittenRuleEvent>] = [
        EventMember(WrittenRuleDrafted.self, WrittenRuleEvent.drafted),
        EventMember(WrittenRuleTrialBegun.self, WrittenRuleEvent.trialBegun),
        EventMember(WrittenRuleTrialEnded.self, WrittenRuleEvent.trialEnded),
        EventMember(WrittenRuleTried.self, WrittenRuleEvent.tried),
        EventMember(WrittenRuleShadowed.self) { .shadowed($0.moved) },
        EventMember(WrittenRuleEnacted.self) { .enacted($0.moved) },
        EventMember(WrittenRuleEnded.self) { .ended($0.moved) },
    ]

    package var payload: any EventPayload {
        switch self {
        case .drafted(let payload): payload
        case .trialBegun(let payload): payload
        case .trialEnded(let payload): payload
        case .tried(let payload): payload
        case .shadowed(let moved): WrittenRuleShadowed(moved: moved)
        case .enacted(let moved): WrittenRuleEnacted(moved: moved)
        case .ended(let moved): WrittenRuleEnded(moved: moved)
        }
    }
}
