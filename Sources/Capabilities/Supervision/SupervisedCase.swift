package import Casework
package import Kernel
package import Processes
package import TimeLimits

/// What supervision knows of one case: facts only, no conclusions.
package struct SupervisedCase: Sendable {
    package let id: CaseFile.ID
    package let number: String
    package let item: ItemPin
    /// The law of the procedure it runs by.
    package var law: ProceduralLaw
    /// Whether somebody was promised a day: who applied, or whom a promise shorter than the law concerns.
    package var isPromised = true
    package var receivedOn: Day?
    /// When the application was accepted, whatever came of it since.
    package var acceptedOn: Day?
    /// How many of the materials asked for came with files; `nil` when none was asked for or the submission is erased.
    package var materials: Int?
    /// Valid acts on steps.
    package var stepsDone = 0
    /// What is being answered; `nil` when a timer asks.
    package var act: SupervisedAct?
    /// The application waits for an answer.
    package var answer: AnswerClock?
    /// Accepted and not decided.
    package var decisionClock: DecisionClock?
    /// The permit's last day, by which its renewal is decided; `nil` where silence decides nothing.
    package var renewalDue: Day?
    /// The clock stands still.
    package var suspension: Suspension?
    /// What is sealed or seized, while it is held.
    package var measure: HeldMeasure?
    package var steps: [WaitingStep] = []
    /// The days on which a correction was asked for, in order.
    package var corrections: [Day] = []
    package var nonAcceptance: NonAcceptance?
    package var decision: Decision?
    /// Whether the decision was revoked or declared void: it is neither served nor published any more.
    package var lostEffect = false
    /// How the item's discretion benchmark was applied.
    package var weighed: Weighed?
    package var servedOn: Day?
    /// By when the decision is to be public; `nil` where it need not be, or no longer: Publicity knows.
    package var publishBy: Day?
    /// The day on which the decision lost its effect, while it is still shown to the public.
    package var publicSinceFall: Day?
    /// What a penalty needed; only in the act that imposes it.
    package var penalty: ImposedPenalty?
    package var payment: ReceivedPayment?
    /// The last day to which payment was put off.
    package var deferredUntil: Day?
    /// What was written down of a matter that the agency took up; `nil` for an application, and once erased.
    package var summary: String?
    /// The documents issued: name and number.
    package var documents: [IssuedName] = []
    package var closedOn: Day?
    /// The steps done that the agency's list wants recorded.
    package var recordings: [OwedRecording] = []

    package init(id: CaseFile.ID, number: String, item: ItemPin) {
        self.id = id
        self.number = number
        self.item = item
        law = ProceduralLaw(nationalCode: item.category)
    }

    /// Where the item's own limit is written; `nil` where its catalog entry does not say.
    var statutoryArticle: String? { item.statutorySource.isEmpty ? nil : item.statutorySource }

    package struct AnswerClock: Hashable, Sendable {
        package let received: Day
        package let due: Day
        /// From 1; one more after each correction.
        package let round: Int

        package init(received: Day, due: Day, round: Int) {
            self.received = received
            self.due = due
            self.round = round
        }
    }

    /// The two limits of the decision, what was added and what was excluded.
    package struct DecisionClock: Hashable, Sendable {
        package let accepted: Day
        package let promised: Period
        package let statutory: Period
        package let prolongations: [Period]
        package let excluded: [ExcludedSpan]

        package init(
            accepted: Day,
            promised: Period,
            statutory: Period,
            prolongations: [Period] = [],
            excluded: [ExcludedSpan] = []
        ) {
            self.accepted = accepted
            self.promised = promised
            self.statutory = statutory
            self.prolongations = prolongations
            self.excluded = excluded
        }
    }

    package struct Suspension: Hashable, Sendable {
        package let since: Day
        /// The end the party was told in writing; `nil` when nothing is known of it.
        package let toldEnd: Day?

        package init(since: Day, toldEnd: Day?) {
            self.since = since
            self.toldEnd = toldEnd
        }
    }

    package struct WaitingStep: Hashable, Sendable {
        package let id: Step.ID
        package let name: String
        package let kind: StepKind
        package let entered: Instant
        package let limit: StepLimit?
        /// Whether the step's own time is excluded from the decision's limit.
        package let isExcluded: Bool
        /// From 1; one more each time the case came back to the step.
        package let pass: Int
        /// The party's time in the step; before it is over the step may not be ended.
        package let earliest: StepLimit?
        /// What of a legal review is due instead of the step; `nil` while the step's own limit counts.
        package let review: ReviewTurn?

        package init(
            id: Step.ID,
            name: String,
            kind: StepKind,
            entered: Instant,
            limit: StepLimit?,
            isExcluded: Bool = false,
            pass: Int = 1,
            earliest: StepLimit? = nil,
            review: ReviewTurn? = nil
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.entered = entered
            self.limit = limit
            self.isExcluded = isExcluded
            self.pass = pass
            self.earliest = earliest
            self.review = review
        }
    }

    /// Whose turn it is in a legal review, and until when.
    package struct ReviewTurn: Hashable, Sendable {
        package let words: String
        /// The last day; `nil` while none is set.
        package let due: Day?
    }

    package struct NonAcceptance: Hashable, Sendable {
        package let on: Day
        /// `nil` when the reasons are not at hand.
        package let reasons: String?

        package init(on: Day, reasons: String?) {
            self.on = on
            self.reasons = reasons
        }
    }

    package struct IssuedName: Hashable, Sendable {
        package let name: String
        package let number: String

        package init(name: String, number: String) {
            self.name = name
            self.number = number
        }
    }
}

extension SupervisedCase.DecisionClock {
    package func promisedDue(in calendar: WorkingCalendar) throws(TimeLimitError) -> Day? {
        try due(promised, in: calendar)
    }

    package func statutoryDue(in calendar: WorkingCalendar) throws(TimeLimitError) -> Day? {
        try due(statutory, in: calendar)
    }

    package func clock(of period: Period) throws(TimeLimitError) -> DeadlineClock {
        try DeadlineClock(start: accepted, period: period, prolongations: prolongations, excluded: excluded)
    }

    /// Tells reminders and cards before a prolongation from those after it.
    package var occurrence: Int { prolongations.count + 1 }

    private func due(_ period: Period, in calendar: WorkingCalendar) throws(TimeLimitError) -> Day? {
        guard case .due(let day, _) = try clock(of: period).deadline(in: calendar) else { return nil }
        return day
    }
}
