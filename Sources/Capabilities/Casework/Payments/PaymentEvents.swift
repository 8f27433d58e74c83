package import EventLog
package import Kernel

/// Money was received for what the decision imposes.
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 67–70, 72.
package struct PaymentReceived: EventPayload {
    package static let type = "CaseFile.PaymentReceived"
    /// All that came in, with what was paid of the surcharge.
    package let amount: Money
    /// What the law adds for the days it came late, whether it was paid or not.
    package let surcharge: Money
    package let paidOn: Day
    /// The number of the official receipt (财政票据).
    package let receipt: String
    /// Why officers took it themselves; absent where a bank did.
    package let collection: OnSpotCollection?
    /// What of the amount pays the surcharge; absent where it was not told apart.
    package let ofSurcharge: Money?

    init(
        amount: Money,
        surcharge: Money,
        paidOn: Day,
        receipt: String,
        collection: OnSpotCollection? = nil,
        ofSurcharge: Money? = nil
    ) {
        self.amount = amount
        self.surcharge = surcharge
        self.paidOn = paidOn
        self.receipt = receipt
        self.collection = collection
        self.ofSurcharge = ofSurcharge
    }
}

/// Why officers took the money themselves, and when they handed it in (当场收缴).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 68, 69, 71.
package struct OnSpotCollection: Hashable, Sendable, Codable {
    package enum Ground: String, Hashable, Sendable, Codable, CaseIterable {
        case small
        case hardToEnforce
        case remote

        package var chinese: String {
            switch self {
            case .small: "一百元以下罚款"
            case .hardToEnforce: "不当场收缴事后难以执行"
            case .remote: "边远、水上、交通不便地区，当事人提出"
            }
        }

        package var article: String {
            switch self {
            case .small: "行政处罚法§68(一)"
            case .hardToEnforce: "行政处罚法§68(二)"
            case .remote: "行政处罚法§69"
            }
        }
    }

    package let ground: Ground
    /// When the officers handed it to their agency; two days are lawful.
    package let handedInOn: Day

    package init(ground: Ground, handedInOn: Day) {
        self.ground = ground
        self.handedInOn = handedInOn
    }
}

/// The party may pay later, or in parts (暂缓、分期缴纳).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 66.2.
package struct PaymentDeferred: EventPayload {
    package static let type = "CaseFile.PaymentDeferred"
    package let appliedOn: Day
    package let reasons: ForParty<String>
    /// What is to be paid by when, the first first.
    package let instalments: [Instalment]
    /// What had come in before; the instalments are the rest.
    package let paidBefore: Money
}

/// A part of what is owed, with its last day.
package struct Instalment: Hashable, Sendable, Codable {
    package let due: Day
    package let amount: Money

    package init(due: Day, amount: Money) {
        self.due = due
        self.amount = amount
    }
}

/// The party took the decision to reconsideration or to court; meanwhile no surcharge runs (申请复议、提起诉讼).
///
/// - Source: Administrative Penalty Law (行政处罚法) art. 73.3.
package struct RemedySought: EventPayload {
    package static let type = "CaseFile.RemedySought"

    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case reconsideration
        case litigation

        package var chinese: String {
            switch self {
            case .reconsideration: "行政复议"
            case .litigation: "行政诉讼"
            }
        }
    }

    package let kind: Kind
    /// The day it was applied for, or the suit was brought.
    package let since: Day
    /// Before whom, under which number.
    package let authority: String
}

/// The reconsideration or suit came to its end.
package struct RemedyEnded: EventPayload {
    package static let type = "CaseFile.RemedyEnded"
    package let on: Day
    /// What came of it, with the number of the document.
    package let result: String
}
