import Kernel
import Processes

/// How a matter goes that the agency takes up by itself; what lies after the last simulated day has not happened yet.
enum EnforcementStory: CaseIterable, Hashable, Sendable {
    case finedAfterHearing
    case fined
    case fineUnpaid
    case notPenalized
    case notFiled
    /// Nobody goes on with it after the investigation.
    case forgotten

    /// One step and how many working days after the one before, at least and at most.
    struct Beat: Hashable, Sendable {
        let days: ClosedRange<Int>
        let step: Step.ID
        let outcome: StepOutcome.ID

        init(_ days: ClosedRange<Int>, _ step: Step.ID, _ outcome: StepOutcome.ID) {
            self.days = days
            self.step = step
            self.outcome = outcome
        }
    }

    private var weight: Int {
        switch self {
        case .finedAfterHearing: 3
        case .fined: 6
        case .fineUnpaid: 1
        case .notPenalized: 2
        case .notFiled: 2
        case .forgotten: 1
        }
    }

    /// One enforcement among some twenty applications, in the proportion of the weights.
    static func drawn(_ applications: Int) -> [EnforcementStory] {
        let deck = allCases.flatMap { Array(repeating: $0, count: $0.weight) }
        let count = max(1, applications / 16)
        // A stride that shares no factor with the deck goes through all of it.
        return (0..<count).map { deck[$0 * 4 % deck.count] }
    }

    var beats: [Beat] {
        switch self {
        case .finedAfterHearing:
            EnforcementStory.investigation + EnforcementStory.notice
                + [Beat(1...3, "statement", "hearingRequested"), Beat(8...10, "hearing", "held")]
                + EnforcementStory.decision + EnforcementStory.performance
        case .fined:
            EnforcementStory.investigation + EnforcementStory.notice + [Beat(6...6, "statement", "waived")]
                + EnforcementStory.decision + EnforcementStory.performance
        case .fineUnpaid:
            EnforcementStory.investigation + EnforcementStory.notice + [Beat(6...6, "statement", "heard")]
                + EnforcementStory.decision
                + [Beat(0...2, "serve", "served"), Beat(0...2, "publish", "published")]
        case .notPenalized:
            EnforcementStory.inquiry + [
                Beat(1...3, "conclude", "none"), Beat(1...2, "decideNone", "notImposed"),
                Beat(1...2, "serveNone", "served"),
            ]
        case .notFiled: [Beat(1...4, "file", "notFiled")]
        case .forgotten: EnforcementStory.inquiry
        }
    }

    private static let inquiry = [
        Beat(0...3, "file", "filed"), Beat(0...1, "identify", "shown"), Beat(2...8, "investigate", "done"),
    ]

    private static let investigation = inquiry + [Beat(1...3, "conclude", "violation")]

    private static let notice = [Beat(0...1, "notice", "notified")]

    private static let decision = [
        Beat(1...3, "legalReview", "passed"), Beat(0...2, "review", "complex"), Beat(1...2, "discuss", "discussed"),
        Beat(0...1, "decide", "imposed"),
    ]

    private static let performance = [
        Beat(0...2, "serve", "served"), Beat(0...2, "publish", "published"), Beat(2...9, "pay", "paid"),
        Beat(0...2, "close", "closed"), Beat(1...3, "archive", "archived"),
    ]
}
