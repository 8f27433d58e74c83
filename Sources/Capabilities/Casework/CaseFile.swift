package import EventLog
package import Kernel
package import Processes
import TimeLimits
import WorkflowEngine

/// One case of one power: what came in, where it stands, who did what, and what was decided.
package struct CaseFile: Aggregate {
    package typealias ID = Identifier<CaseFile>

    package static let category = "casefile"

    /// What is fixed when the application is received, or the agency takes the matter up.
    package struct Opening: Sendable {
        package let number: String
        package fileprivate(set) var item: ItemPin
        package let party: String
        package let receivedOn: Day
        /// Empty for a case that nobody applied for.
        package let queryDigest: String
        /// Whether the agency took the matter up by itself.
        package let isExOfficio: Bool
        /// Who applied for the party; `nil` when it applied itself.
        package let agent: CaseAgent?
    }

    /// One time the case went over to another version of its process.
    package struct Migrated: Sendable {
        package let event: ProcessMigrated
        package let at: Instant
        /// What had happened before, in the names of the version left.
        let before: [FlowEvent]
        /// How much of it the version entered knows.
        let carried: Int
    }

    /// `nil` before the first event.
    package private(set) var opening: Opening?
    package private(set) var stage = Stage.intake(received: .first, answerDue: .first)
    package private(set) var position = FlowPosition(marking: Marking(), waiting: [])
    /// When each waiting step began to wait.
    package private(set) var entered: [Step.ID: Instant] = [:]
    package private(set) var acts: [StepAct] = []
    package private(set) var corrections: [CorrectionNotice] = []
    /// The latest submission; `nil` once erased.
    package private(set) var submission: Submission?
    package private(set) var subject: String?
    /// How the agency came to the matter; `nil` for an application, and once erased.
    package private(set) var clue: Clue?
    /// The cases taken into this one.
    package private(set) var takenIn: [CaseTakenIn] = []
    /// The case it was taken out of; `nil` for one that began by itself.
    package private(set) var split: SplitOrigin?
    /// The agency's case from which it was handed over; `nil` for one that began here.
    package private(set) var handover: HandoverOrigin?
    /// The latest dispute over which agency has it.
    package private(set) var dispute: JurisdictionDispute?
    /// The legal review that waits, once anything was recorded of it.
    package private(set) var legalReview: LegalReview?
    /// The officers who were asked to keep out of it, and what was decided; oldest first.
    package private(set) var recusals: [CaseRecusal] = []
    /// The permit it is to renew or change; `nil` for every other case.
    package private(set) var prior: PriorPermit?
    /// What the form says otherwise than that permit rests on; empty once erased.
    package private(set) var changes: [ChangedAnswer] = []
    /// The applications that followed the permit of this case, oldest first.
    package private(set) var successors: [PermitSuccessor] = []
    /// Whether its renewal counts as granted because nobody decided.
    package private(set) var isRenewalDeemed = false
    /// The case whose matter is decided anew here; `nil` for every other case.
    package private(set) var reopening: ReopeningOrigin?
    /// Where the matter of this case is decided anew, and why.
    package private(set) var reopened: CaseReopened?
    /// The papers written in this case, oldest first.
    package private(set) var written: [WrittenDocument] = []
    package private(set) var evidence: [FiledEvidence] = []
    package private(set) var recordings: [FiledRecording] = []
    /// The latest proposal the party was or is to be told of.
    package private(set) var proposal: Proposal?
    /// When the notice that opens the party's time to answer reached it.
    package private(set) var noticeServedOn: Day?
    /// The notice that was served last.
    private var served: NoticeServed?
    /// When the notice reached the party that opened a waiting step; absent where none did.
    package private(set) var noticed: [Step.ID: Day] = [:]
    /// To whom a waiting step was given; absent where anybody of its post may do it.
    package private(set) var assignees: [Step.ID: String] = [:]
    /// Officers who gather evidence along, and complete no step.
    package private(set) var assistants: [String] = []
    /// What took the decision's effect away.
    package private(set) var revocation: DecisionRevoked?
    /// When and why the decision was found never to have had effect.
    package private(set) var annulment: DecisionDeclaredVoid?
    /// What was paid back of what a void decision had collected.
    package private(set) var refunds: [RefundRecorded] = []
    /// When and why the permit was struck off.
    package private(set) var cancellation: PermitCancelled?
    /// Which law was found to apply, each time the ground of the case fell.
    package private(set) var transitions: [TransitionDecided] = []
    /// How long what was sealed or seized may be held; `nil` where nothing was.
    package private(set) var holding: Holding?
    package private(set) var payments: [PaymentReceived] = []
    /// The latest leave to pay later or in parts.
    package private(set) var deferral: PaymentDeferred?
    /// The reconsiderations and suits against the decision, oldest first.
    package private(set) var remedies: [Remedy] = []
    /// How the item's discretion benchmark was applied, as it was last stated.
    package private(set) var weighed: Weighed?
    package private(set) var servedOn: Day?
    /// The documents issued in this case, oldest first.
    package private(set) var documents: [IssuedDocument] = []
    /// Who has signed a waiting step so far.
    private var votes: [Step.ID: [StepAct.Vote]] = [:]
    /// How the case will close when the application did not come to a decision.
    private(set) var manner: Closing.Manner?
    /// What happened to the run, in the names of the version under which it runs now.
    private(set) var history: [FlowEvent] = []
    package private(set) var migrations: [Migrated] = []
    /// Under whose name the decision was made, whoever goes on with the case.
    package private(set) var decidingItem: ItemPin?
    /// When the case came to the agency that has it.
    package private(set) var arrivedAt = Instant(milliseconds: 0)
    package private(set) var lastActAt = Instant(milliseconds: 0)

    package init() {}

    package mutating func evolve(_ event: CaseFileEvent, _ envelope: Envelope) {
        lastActAt = envelope.recordedAt
        switch event {
        case .received(let event): open(event, envelope)
        case .opened(let event): open(event, envelope)
        case .filed(let event):
            stage = .examination(
                CaseClock(
                    acceptedOn: event.filedOn,
                    statutory: event.statutory,
                    promised: event.promised,
                    latest: reopening?.within,
                    prolongations: split?.prolongations ?? [],
                    excluded: split?.excluded ?? [],
                    due: event.due
                )
            )
        case .written(let event):
            let day = envelope.recordedAt
            written += (event.documents.value ?? []).map { WrittenDocument(step: event.step, at: day, record: $0) }
        case .evidenceAdded(let event):
            evidence.append(
                FiledEvidence(
                    number: event.number,
                    evidence: event.evidence.value,
                    collectors: event.collectors,
                    at: envelope.recordedAt
                )
            )
        case .recordingFiled(let event):
            recordings.append(
                FiledRecording(
                    number: event.number,
                    step: event.step,
                    recording: event.recording.value,
                    recorder: event.recorder,
                    retention: event.retention,
                    at: envelope.recordedAt
                )
            )
        case .proposed(let event):
            proposal = event.proposal.value
            weighed = event.weighed?.value
        case .noticeServed(let event): serve(event)
        case .paid(let event): payments.append(event)
        case .paymentDeferred(let event): deferral = event
        case .remedySought(let event): remedies.append(Remedy(sought: event))
        case .remedyEnded(let event): if !remedies.isEmpty { remedies[remedies.count - 1].ended = event }
        case .assigned(let event): assignees[event.step] = event.officer
        case .assistantsChanged(let event):
            assistants = assistants.filter { !event.removed.contains($0) } + event.added
        case .urged: break
        case .signed(let event): sign(event, envelope)
        case .signersChanged(let event): move(to: event.position, at: envelope.recordedAt)
        case .terminated(let event): move(to: event.position, at: envelope.recordedAt)
        case .merged(let event): move(to: event.position, at: envelope.recordedAt)
        case .takenIn(let event): takenIn.append(event)
        case .split: break
        case .handedOver(let event): move(to: event.position, at: envelope.recordedAt)
        case .disputed(let event): dispute = JurisdictionDispute(event, on: envelope.recordedAt.day)
        case .disputeStated(let event): dispute?.hear(event, on: envelope.recordedAt.day)
        case .disputeReported(let event): dispute?.hear(event, on: envelope.recordedAt.day)
        case .designated(let event): dispute?.hear(event, on: envelope.recordedAt.day)
        case .measureTaken(let event): holding = Holding(event)
        case .measureEnded(let event): holding?.ended = event
        case .legalReview(let event):
            var review = review(of: event.step)
            review.hear(event, envelope)
            legalReview = review
        case .recusal(let event): recusals.hear(event, on: envelope.recordedAt.day)
        case .followUpReceived(let event): successors.append(PermitSuccessor(event))
        case .followUpEnded(let event): end(event)
        case .renewalDeemed(let event):
            isRenewalDeemed = true
            history += event.passed.map { .completed($0.step, outcome: $0.outcome) }
            for passed in event.passed { assignees[passed.step] = nil }
            move(to: event.position, at: envelope.recordedAt)
        case .migrated(let event): migrate(event, envelope)
        case .decisionCorrected(let event): change { $0.content = event.content.value }
        case .revoked(let event): revocation = event
        case .declaredVoid(let event):
            annulment = event
            if let position = event.position { move(to: position, at: envelope.recordedAt) }
        case .refunded(let event): refunds.append(event)
        case .reopened(let event): reopened = event
        case .cancelled(let event): cancellation = event
        case .transitionDecided(let event): transitions.append(event)
        case .completed(let event): complete(event, envelope)
        case .returned(let event):
            move(to: event.position, at: envelope.recordedAt)
            history.append(.returned(to: event.to, from: event.from, voided: event.voided))
            for index in acts.indices where event.voided.contains(acts[index].step) { acts[index].isVoided = true }
        case .correctionRequested(let event):
            corrections.append(event.notice.value)
            stage = .correction(event.notice.value)
        case .supplemented(let event):
            submission = event.submission.value ?? submission
            stage = .intake(received: envelope.occurred.at.day, answerDue: event.answerDue)
        case .accepted(let event):
            stage = .examination(
                CaseClock(
                    acceptedOn: event.acceptedOn,
                    statutory: event.statutory,
                    promised: event.promised,
                    latest: latestDecision,
                    due: event.due
                )
            )
        case .notAccepted: manner = .notAccepted
        case .withdrawn(let event):
            manner = .withdrawn
            if let position = event.position { move(to: position, at: envelope.recordedAt) }
        case .suspended(let event):
            changeClock { clock in
                clock.excluded.append(ExcludedSpan(event.ground, stopped: event.since, ended: nil))
                clock.due = .stopped
            }
        case .resumed(let event): resume(event)
        case .prolonged(let event):
            changeClock { clock in
                clock.prolongations.append(event.by)
                clock.due = event.due
            }
        case .decided(let event):
            if case .examination(let clock) = stage { stage = .decided(event.decision, clock) }
            decidingItem = opening?.item
            weighed = event.weighed?.value ?? weighed
        case .served(let event): servedOn = event.servedOn
        case .issued(let event): documents.append(event.document)
        case .closed(let event):
            stage = .closed(Closing(manner: event.manner.value, on: event.on, decision: decision))
        case .succeeded(let event):
            if let item = opening?.item { opening?.item = item.exercised(by: event.successor.value) }
            for step in event.released { assignees[step] = nil }
            arrivedAt = envelope.recordedAt
        }
    }

    package var clock: CaseClock? {
        switch stage {
        case .examination(let clock), .decided(_, let clock): clock
        case .intake, .inquiry, .correction, .closed: nil
        }
    }

    /// The clock that runs, or stands still for a while: of the decision, and after it of what is held.
    package var runningClock: CaseClock? {
        if let holding, holding.isRunning { return holding.clock }
        guard case .examination(let clock) = stage else { return nil }
        return clock
    }

    package var decision: Decision? {
        switch stage {
        case .decided(let decision, _): decision
        case .closed(let closing): closing.decision
        case .intake, .inquiry, .correction, .examination: nil
        }
    }

    /// When an agency first found the act out.
    package var foundOn: Day? { split?.foundOn ?? handover?.foundOn ?? reopening?.foundOn ?? opening?.receivedOn }

    /// What the decision is about: what the case began with, and what was taken in.
    package var clues: [Clue] { [clue].compactMap(\.self) + takenIn.compactMap(\.clue.value) }

    /// The valid act on a step, if it was done and not voided.
    package func lastAct(on step: Step.ID) -> StepAct? { acts.last { $0.step == step && !$0.isVoided } }

    private mutating func open(_ event: ApplicationReceived, _ envelope: Envelope) {
        opening = Opening(
            number: event.number.value,
            item: event.item,
            party: event.party,
            receivedOn: event.receivedOn,
            queryDigest: event.queryDigest,
            isExOfficio: false,
            agent: event.agent
        )
        submission = event.submission.value
        subject = event.submission.subject
        prior = event.prior?.value
        reopening = event.reopening?.value
        changes = event.changes?.value ?? []
        arrivedAt = envelope.recordedAt
        stage = .intake(received: event.receivedOn, answerDue: event.answerDue)
        history = [.started]
        move(to: event.position, at: envelope.recordedAt)
    }

    private mutating func open(_ event: CaseOpened, _ envelope: Envelope) {
        opening = Opening(
            number: event.number.value,
            item: event.item,
            party: event.party,
            receivedOn: event.registeredOn,
            queryDigest: "",
            isExOfficio: true,
            agent: nil
        )
        subject = event.clue.subject
        arrivedAt = envelope.recordedAt
        clue = event.clue.value
        split = event.split?.value
        handover = event.handover?.value
        reopening = event.reopening?.value
        stage = .inquiry(since: event.registeredOn)
        history = [.started]
        move(to: event.position, at: envelope.recordedAt)
    }

    private mutating func complete(_ event: StepCompleted, _ envelope: Envelope) {
        let told = noticed[event.step]
        acts.append(
            StepAct(
                step: event.step,
                outcome: event.outcome,
                officer: envelope.actor.id,
                post: envelope.actor.post,
                at: envelope.recordedAt,
                entered: entered[event.step],
                opinion: event.opinion,
                noticedOn: told,
                companions: event.companions ?? []
            )
        )
        entered[event.step] = nil
        assignees[event.step] = nil
        history.append(.completed(event.step, outcome: event.outcome))
        let waited = Set(position.steps)
        move(to: event.position, at: envelope.recordedAt)
        guard let notice = served, notice.step == event.step else { return }
        served = nil
        // A paper written along with its own service is there only now.
        guard !written.contains(where: { $0.step == notice.step }) else { return }
        for step in position.steps where !waited.contains(step) { noticed[step] = notice.servedOn }
    }

    /// A notice is served by its own step; one that is served later opens the party's time in what waits for it already.
    private mutating func serve(_ event: NoticeServed) {
        noticeServedOn = event.servedOn
        served = event
        guard entered[event.step] == nil, let done = lastAct(on: event.step) else { return }
        served = nil
        for (step, since) in entered where since == done.at { noticed[step] = max(since.day, event.servedOn) }
    }

    /// Who gave the vote that settled the step answers for it beside those who voted before.
    private mutating func sign(_ event: StepSigned, _ envelope: Envelope) {
        guard let outcome = event.outcome else {
            votes[event.step, default: []].append(StepAct.Vote(envelope.actor))
            return move(to: event.position, at: envelope.recordedAt)
        }
        let earlier = votes[event.step] ?? []
        complete(
            StepCompleted(step: event.step, outcome: outcome, opinion: event.opinion, position: event.position),
            envelope
        )
        acts[acts.count - 1].votes = earlier
    }

    private mutating func move(to position: FlowPosition, at moment: Instant) {
        self.position = position
        entered = Dictionary(uniqueKeysWithValues: position.steps.map { ($0, entered[$0] ?? moment) })
        votes = votes.filter { entered[$0.key] != nil }
        noticed = noticed.filter { entered[$0.key] != nil }
        if let review = legalReview, entered[review.step] == nil { legalReview = nil }
    }

    /// Steps done and waiting take the names of the other version; since when a step has waited does not change.
    private mutating func migrate(_ event: ProcessMigrated, _ envelope: Envelope) {
        let before = history
        if event.goesBack, let last = migrations.last {
            history = last.before + event.mapping.translated(Array(before.dropFirst(last.carried)))
        } else {
            history = event.mapping.translated(before)
        }
        let carried = history.count
        migrations.append(Migrated(event: event, at: envelope.recordedAt, before: before, carried: carried))
        if let item = opening?.item { opening?.item = item.running(under: event.to) }
        for index in acts.indices {
            if let target = event.target(of: acts[index].step) { acts[index].step = target }
        }
        let posts = Dictionary(position.waiting.map { ($0.step, $0.post) }) { first, _ in first }
        var (waitedSince, given): ([Step.ID: Instant], [Step.ID: String]) = ([:], [:])
        var (signed, told): ([Step.ID: [StepAct.Vote]], [Step.ID: Day]) = ([:], [:])
        for waiting in event.position.waiting {
            guard let source = position.steps.first(where: { event.target(of: $0) == waiting.step }) else {
                continue
            }
            waitedSince[waiting.step] = entered[source]
            signed[waiting.step] = votes[source]
            told[waiting.step] = noticed[source]
            // Who was to do the step need not hold the post that does it now.
            if posts[source] == waiting.post { given[waiting.step] = assignees[source] }
        }
        (entered, assignees, votes, noticed) = (waitedSince, given, signed, told)
        if let step = legalReview.flatMap({ event.target(of: $0.step) }) { legalReview?.rename(step) }
        move(to: event.position, at: envelope.recordedAt)
    }

    private mutating func end(_ event: FollowUpEnded) {
        guard let index = successors.lastIndex(where: { $0.caseFile == event.caseFile }) else { return }
        successors[index].outcome = event.outcome.value
        successors[index].decision = event.decision.value
        successors[index].validThrough = event.validThrough
    }

    private mutating func resume(_ event: ClockResumed) {
        changeClock { clock in
            guard let open = clock.suspension else { return }
            clock.excluded[clock.excluded.count - 1] = ExcludedSpan(open.ground, stopped: open.stopped, ended: event.on)
            clock.due = event.due
        }
    }

    private mutating func change(_ change: (inout Decision) -> Void) {
        switch stage {
        case .decided(var decision, let clock):
            change(&decision)
            stage = .decided(decision, clock)
        case .closed(let closing):
            guard var decision = closing.decision else { return }
            change(&decision)
            stage = .closed(Closing(manner: closing.manner, on: closing.on, decision: decision))
        case .intake, .inquiry, .correction, .examination: return
        }
    }

    /// Changes the clock that runs: of the decision, and after it of what is held.
    private mutating func changeClock(_ change: (inout CaseClock) -> Void) {
        if var holding, holding.isRunning {
            change(&holding.clock)
            self.holding = holding
            return
        }
        guard case .examination(var clock) = stage else { return }
        change(&clock)
        stage = .examination(clock)
    }
}
