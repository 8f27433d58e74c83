package import Casework
package import Directory
package import EventLog
package import Kernel
package import Processes

/// The act that is being answered, as rules about conduct, order and late entry see it.
package struct SupervisedAct: Hashable, Sendable {
    /// The version of the case that recorded it; tells acts of one case apart.
    package let version: Int
    /// What was done, in words: 环节“审查” or 登记.
    package let name: String
    package let occurred: Occurrence
    package let recordedAt: Instant
    package var step: StepDone?
    /// Whether the applicant was told by it what to correct.
    package var isCorrectionNotice: Bool
    /// Whether the law foresees it for a closed case, as taking back what turns out to be unlawful.
    package var mayFollowClosing = false
    /// When it was done on site, before it came to the desk; `nil` for what was done there.
    package var onSite: FieldTimes?

    package init(
        version: Int,
        name: String,
        occurred: Occurrence,
        recordedAt: Instant,
        step: StepDone? = nil,
        isCorrectionNotice: Bool = false
    ) {
        self.version = version
        self.name = name
        self.occurred = occurred
        self.recordedAt = recordedAt
        self.step = step
        self.isCorrectionNotice = isCorrectionNotice
    }

    /// The day on which it legally happened.
    package var day: Day { occurred.at.day }

    /// How many full hours passed before it was recorded; of a day only the end is certain.
    package var hoursToEntry: Int { max(occurred.hours(to: recordedAt), onSite?.hours(to: recordedAt) ?? 0) }

    /// A step that was completed: by whom, and what the process demands of it.
    package struct StepDone: Hashable, Sendable {
        package let id: Step.ID
        /// `nil` when it is not known since when it waited.
        package let entered: Instant?
        /// Before this time is over the step may not be ended; `nil` when it is not known since when it waited.
        package let partyTime: PartyTime?
        /// Whether the party itself ended the time early, as a request for a hearing does.
        package let isEndedByParty: Bool
        package let officersRequired: Int
        /// Everyone who did it; `nil` for acts that were recorded before companions were.
        package let officers: [String]?
        /// Who had no certificate for it on the day it happened, and what was missing.
        package let uncertified: [Uncertified]
        /// Who had been recused from the case when it happened.
        package let recused: [String]
        /// `nil` where only the step's name is known.
        package let kind: StepKind?

        package init(
            id: Step.ID,
            entered: Instant? = nil,
            partyTime: PartyTime? = nil,
            isEndedByParty: Bool = false,
            officersRequired: Int = 1,
            officers: [String]? = nil,
            uncertified: [Uncertified] = [],
            recused: [String] = [],
            kind: StepKind? = nil
        ) {
            self.id = id
            self.entered = entered
            self.partyTime = partyTime
            self.isEndedByParty = isEndedByParty
            self.officersRequired = officersRequired
            self.officers = officers
            self.uncertified = uncertified
            self.recused = recused
            self.kind = kind
        }
    }

    package struct Uncertified: Hashable, Sendable {
        package let officer: String
        package let refusal: AuthorityRefusal

        package init(officer: String, refusal: AuthorityRefusal) {
            self.officer = officer
            self.refusal = refusal
        }
    }
}

extension Occurrence {
    /// The whole hours from what happened to `recorded`; what is known by the day is counted from the day's end.
    func hours(to recorded: Instant) -> Int {
        let happened = precision == .day ? Instant(at.day + 1) : at
        return Int((recorded.milliseconds - happened.milliseconds) / 3_600_000)
    }
}
