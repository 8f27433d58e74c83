package import Kernel
package import TimeLimits

/// What an officer adds to a step because its outcome needs it in law.
package enum StepDetails: Hashable, Sendable, Codable {
    case none
    case correction([CorrectionPoint])
    case nonAcceptance(NonAcceptanceDetails)
    case decision(DecisionDetails)
    /// Before a step whose time is excluded (特别程序): the party is told in writing how long it will take (§45).
    case specialProcedure(SuspensionDetails)
    case service(ServiceDetails)
}

package struct NonAcceptanceDetails: Hashable, Sendable, Codable {
    package let reasons: String
    package let competentAgency: String?

    package init(reasons: String, competentAgency: String?) {
        self.reasons = reasons
        self.competentAgency = competentAgency
    }
}

package struct DecisionDetails: Hashable, Sendable, Codable {
    package let reasons: String
    package let content: String
    package let validFrom: Day?
    package let validThrough: Day?

    package init(reasons: String, content: String, validFrom: Day?, validThrough: Day?) {
        self.reasons = reasons
        self.content = content
        self.validFrom = validFrom
        self.validThrough = validThrough
    }
}

package struct SuspensionDetails: Hashable, Sendable, Codable {
    package let ground: ExcludedTime
    package let expectedEnd: Day
    package let explanation: String

    package init(ground: ExcludedTime, expectedEnd: Day, explanation: String) {
        self.ground = ground
        self.expectedEnd = expectedEnd
        self.explanation = explanation
    }
}

package struct ServiceDetails: Hashable, Sendable, Codable {
    package let way: NoticeWay
    package let servedOn: Day
    package let note: String

    package init(way: NoticeWay, servedOn: Day, note: String) {
        self.way = way
        self.servedOn = servedOn
        self.note = note
    }
}
