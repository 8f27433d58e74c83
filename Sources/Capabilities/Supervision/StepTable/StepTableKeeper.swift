import Casework
package import EventLog
package import Kernel
import Parties
import Processes
import Sanctions
import TimeLimits

/// Keeps the table of all steps of a realm up to date: what was read once is never read again.
package actor StepTableKeeper {
    private let log: EventLog
    private let realm: Realm
    private var scan = StepScan()

    package init(_ log: EventLog, _ realm: Realm) {
        self.log = log
        self.realm = realm
    }

    /// Returns the table with everything recorded up to now; costs in proportion to what was recorded since it was asked
    /// last.
    package func table() async throws -> StepTable {
        while true {
            let before = scan
            let after = try await log.read(realm) { reading in try before.advanced(reading, limit: 2_000) }
            // Another caller may have come first while this one waited for the page.
            if after.position > scan.position { scan = after }
            if after.isComplete { return scan.table }
        }
    }
}

/// A table and the cases in it, as far as the log was read.
struct StepScan: Sendable {
    private(set) var table = StepTable()
    private(set) var position: Int64 = 0
    private(set) var isComplete = false
    private var cases: [String: Opened] = [:]
    /// Under which identifier each organization was known first; every case registers its party anew.
    private var owners: [String: String] = [:]
    private var processes: [String: [Step.ID: StepShape]] = [:]

    private struct Opened: Sendable {
        let number: String
        var proposal: Proposal?
        /// The grade of the benchmark; `nil` where the item has none.
        var grade: String?
        private(set) var item: ItemPin
        var process: ProcessPin
        var waiting: [Step.ID: Instant] = [:]

        init(number: String, _ item: ItemPin) {
            self.number = number
            self.item = item
            process = item.process
        }

        mutating func succeed(_ event: AgencySucceeded) { item = item.exercised(by: event.successor.value) }

        mutating func migrate(_ event: ProcessMigrated) {
            process = event.to
            let known = waiting.compactMap { step, since in event.target(of: step).map { ($0, since) } }
            waiting = Dictionary(known) { first, _ in first }
        }
    }

    private struct StepShape: Sendable {
        let name: String
        let limit: Int?
    }

    func advanced(_ reading: EventReading, limit: Int) throws -> StepScan {
        var next = self
        let page = try reading.events(from: position, limit: limit)
        for event in page { try next.take(event, reading) }
        next.position = page.last.map { $0.position + 1 } ?? position
        next.isComplete = page.count < limit
        return next
    }

    private mutating func take(_ event: RecordedEvent, _ reading: EventReading) throws {
        guard let fact = event.as(CaseFileEvent.self) else { return }
        let (id, moment) = (event.envelope.stream.key, event.envelope.recordedAt)
        switch fact {
        case .received(let received):
            cases[id] = Opened(number: received.number.value, received.item)
            table.lay(received.number.value, on: StepTable.Ground(received.item))
            table.name(try owner(received.party, reading), of: received.number.value)
            move(id, to: received.position.steps, at: moment)
        case .opened(let opened):
            cases[id] = Opened(number: opened.number.value, opened.item)
            table.lay(opened.number.value, on: StepTable.Ground(opened.item))
            table.name(try owner(opened.party, reading), of: opened.number.value)
            move(id, to: opened.position.steps, at: moment)
        case .signed(let signed):
            if let outcome = signed.outcome {
                let completed = StepCompleted(
                    step: signed.step,
                    outcome: outcome,
                    opinion: signed.opinion,
                    position: signed.position
                )
                try record(completed, id, event, reading)
            }
            move(id, to: signed.position.steps, at: moment)
        case .succeeded(let succeeded): cases[id]?.succeed(succeeded)
        case .terminated(let terminated): move(id, to: terminated.position.steps, at: moment)
        case .handedOver(let handed): move(id, to: handed.position.steps, at: moment)
        case .merged(let merged): move(id, to: merged.position.steps, at: moment)
        case .renewalDeemed(let deemed): move(id, to: deemed.position.steps, at: moment)
        case .completed(let completed):
            try record(completed, id, event, reading)
            move(id, to: completed.position.steps, at: moment)
        case .migrated(let migrated):
            cases[id]?.migrate(migrated)
            move(id, to: migrated.position.steps, at: moment)
        case .declaredVoid(let void):
            if let position = void.position { move(id, to: position.steps, at: moment) }
        case .returned(let returned): move(id, to: returned.position.steps, at: moment)
        case .withdrawn(let withdrawn):
            if let position = withdrawn.position { move(id, to: position.steps, at: moment) }
        case .proposed(let proposed):
            cases[id]?.proposal = proposed.proposal.value
            cases[id]?.grade = proposed.weighed?.value.graded
        case .decided(let decided): try record(decided, id, event, reading)
        case .supplemented, .correctionRequested, .accepted, .notAccepted, .suspended, .resumed, .prolonged,
            .served, .issued, .closed, .filed, .written, .evidenceAdded, .recordingFiled, .noticeServed, .paid,
            .assigned,
            .urged, .assistantsChanged, .cancelled, .signersChanged, .decisionCorrected, .revoked,
            .transitionDecided, .takenIn, .split, .followUpReceived, .followUpEnded, .refunded, .reopened, .disputed,
            .disputeStated, .disputeReported, .designated, .measureTaken, .measureEnded, .paymentDeferred,
            .remedySought, .remedyEnded, .legalReview, .recusal:
            break
        }
    }

    /// The party a case belongs to: an organization is known by its credit code, a person by the registration alone.
    private mutating func owner(_ party: String, _ reading: EventReading) throws -> String {
        guard let code = try reading.creditCode(of: Party.ID(party)) else { return party }
        if let known = owners[code] { return known }
        owners[code] = party
        return party
    }

    private mutating func move(_ id: String, to steps: [Step.ID], at moment: Instant) {
        guard let opened = cases[id] else { return }
        cases[id]?.waiting = Dictionary(
            steps.map { ($0, opened.waiting[$0] ?? moment) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// A decision that fines, with what is like about it.
    private mutating func record(
        _ decided: DecisionMade,
        _ id: String,
        _ event: RecordedEvent,
        _ reading: EventReading
    ) throws {
        guard let opened = cases[id], let fine = decided.sanctions?.fine else { return }
        let party = table.parties[Int(table.number(of: opened.number))]
        table.append(
            ImposedDecision(
                caseNumber: opened.number,
                item: opened.item.code,
                itemName: opened.item.name,
                agency: opened.item.agency,
                agencyName: opened.item.agencyName,
                party: party,
                isCitizen: try reading.party(Party.ID(party))?.kind == .person,
                broken: opened.proposal?.broken ?? "",
                grade: decided.weighed?.value.graded ?? opened.grade ?? opened.proposal?.discretion ?? "",
                fine: fine,
                decidedAt: event.envelope.recordedAt
            )
        )
    }

    private mutating func record(
        _ completed: StepCompleted,
        _ id: String,
        _ event: RecordedEvent,
        _ reading: EventReading
    ) throws {
        guard let opened = cases[id] else { return }
        let shape = try shape(of: completed.step, opened.process, reading)
        let done = event.envelope.recordedAt
        table.append(
            opened.number,
            StepTable.Place(
                item: opened.item.code,
                itemName: opened.item.name,
                agency: opened.item.agency,
                agencyName: opened.item.agencyName,
                step: completed.step.text,
                stepName: shape.name,
                limit: shape.limit
            ),
            entered: Int((opened.waiting[completed.step] ?? done).milliseconds / 1_000),
            done: Int(done.milliseconds / 1_000),
            post: event.envelope.actor.post ?? "",
            officer: event.envelope.actor.kind == .officer ? event.envelope.actor.id : "",
            delay: max(0, event.envelope.occurred.hours(to: done), completed.onSite?.hours(to: done) ?? 0)
        )
        cases[id]?.waiting[completed.step] = nil
    }

    private mutating func shape(of step: Step.ID, _ pin: ProcessPin, _ reading: EventReading) throws -> StepShape {
        if let known = processes[pin.text] { return known[step] ?? StepShape(name: step.text, limit: nil) }
        let key = PublishedProcess.key(id: pin.id, version: pin.version)
        let steps = try reading.state(PublishedProcess.self, key).state.published?.definition.steps ?? []
        let shapes = steps.map { step in
            (step.id, StepShape(name: step.name, limit: step.workingDayLimit))
        }
        processes[pin.text] = Dictionary(shapes, uniquingKeysWith: { first, _ in first })
        return processes[pin.text]?[step] ?? StepShape(name: step.text, limit: nil)
    }
}

extension StepTable.Ground {
    init(_ item: ItemPin) {
        self.init(division: item.division, category: item.category, item: item.code)
    }
}

extension Step {
    /// How many working days the step has; `nil` where another unit or no limit is set.
    ///
    /// What the party's own time keeps from being ended is in time on the first working day after it.
    var workingDayLimit: Int? {
        guard let period = limit?.period, period.unit == .workingDay else { return nil }
        guard let party = earliest?.period, party.unit == .workingDay else { return period.count }
        return max(period.count, party.count + 1)
    }
}

extension WorkingCalendar {
    /// Returns how many working days of `days` there are up to and including each.
    package func cumulative(in days: ClosedRange<Day>) -> [Int32] {
        var count: Int32 = 0
        return (0...(days.upperBound - days.lowerBound)).map { offset in
            count += isWorkingDay(days.lowerBound + offset) ? 1 : 0
            return count
        }
    }
}
