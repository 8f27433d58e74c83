package import Kernel
package import Sanctions
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
    /// What is to be imposed, before the party is heard (行政处罚法 §44, §57).
    case proposal(Proposal, weighing: Weighing? = nil)
    /// The penalties of a decision, with its reasons (行政处罚法 §57, §59).
    case imposition(ImpositionDetails)
    /// Money received for the decision (行政处罚法 §67).
    case payment(PaymentDetails)
}

package struct ImpositionDetails: Hashable, Sendable, Codable {
    package let sanctions: [Sanction]
    /// The facts found and how the law applies to them.
    package let reasons: String
    /// How the penalty is to be performed, and by when.
    package let performance: String
    /// What is found otherwise than when it was proposed; `nil` where nothing is.
    package let weighing: Weighing?

    package init(sanctions: [Sanction], reasons: String, performance: String, weighing: Weighing? = nil) {
        self.sanctions = sanctions
        self.reasons = reasons
        self.performance = performance
        self.weighing = weighing
    }
}

package struct PaymentDetails: Hashable, Sendable, Codable {
    package let amount: Money
    package let paidOn: Day
    package let receipt: String
    /// Why officers took it themselves; `nil` where a bank did.
    package let collection: OnSpotCollection?
    /// What of the amount pays the surcharge; `nil` where it is not told apart.
    package let ofSurcharge: Money?

    package init(
        amount: Money,
        paidOn: Day,
        receipt: String,
        collection: OnSpotCollection? = nil,
        ofSurcharge: Money? = nil
    ) {
        self.amount = amount
        self.paidOn = paidOn
        self.receipt = receipt
        self.collection = collection
        self.ofSurcharge = ofSurcharge
    }
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

extension StepDetails {
    /// When what is served reached the party; `nil` where nothing is.
    var reachedOn: Day? { if case .service(let given) = self { given.reachedOn } else { nil } }
}

package struct ServiceDetails: Hashable, Sendable, Codable {
    package let way: NoticeWay
    /// When it was handed over, left or received; of an announcement, when it was published.
    package let servedOn: Day
    /// What proves it, where no receipt does.
    package let note: String

    package init(way: NoticeWay, servedOn: Day, note: String) {
        self.way = way
        self.servedOn = servedOn
        self.note = note
    }

    /// When it counts as served: an announcement thirty days after it was published.
    ///
    /// - Source: Civil Procedure Law (民事诉讼法) art. 95.
    var reachedOn: Day { way == .announced ? servedOn + NoticeWay.announcedDays : servedOn }
}
