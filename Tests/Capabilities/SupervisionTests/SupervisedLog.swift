import Cryptography
import Database
import Directory
import EventLog
import Kernel
import Parties
import Synchronization
import TestSupport
import TimeLimits
import WorkflowEngine

@testable import Casework
@testable import Processes
@testable import Publicity
@testable import Supervision

/// A clock the test moves.
final class MovableClock: WallClock {
    private let moment: Mutex<Instant>

    init(_ moment: Instant) {
        self.moment = Mutex(moment)
    }

    var now: Instant { moment.withLock { $0 } }

    func move(to instant: Instant) { moment.withLock { $0 = instant } }

    func move(to day: Day, hour: Int = 9) {
        moment.withLock { $0 = Instant(day, hour: hour) }
    }
}

/// Lets things happen in a case without asking whether they may.
struct Happen: Command {
    static let name = "Happen"
    let caseFile: CaseFile.ID
    let facts: [CaseFileEvent]

    func run(in session: CommandSession) throws -> Int {
        for fact in facts { try session.append(fact, to: CaseFile.self, caseFile.text) }
        return facts.count
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode("\(caseFile) \(facts.count)")
    }
}

/// Lets something happen to a publication without asking whether it may.
struct HappenInPublic: Command {
    static let name = "HappenInPublic"
    let caseFile: CaseFile.ID
    let fact: PublicationEvent

    func run(in session: CommandSession) throws -> Int {
        try session.append(fact, to: Publication.self, caseFile.text)
        return 1
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(caseFile.text)
    }
}

/// Publishes a process without proving it again: the proofs have their own tests.
struct InstallProcess: Command {
    static let name = "InstallProcess"
    let definition: ProcessDefinition

    func run(in session: CommandSession) throws -> Int {
        let published = ProcessPublished(
            definition: definition,
            promised: .workingDays(20),
            statutory: .workingDays(20)
        )
        let key = PublishedProcess.key(id: definition.id.text, version: definition.version)
        try session.append(.published(published), to: PublishedProcess.self, key)
        return 1
    }
}

/// A supervised log on a fresh database, with the general licensing process and the real rules.
struct SupervisedLog {
    static let realm = Realm(1)
    let log: EventLog
    let clock: MovableClock
    let timers: DueTimers

    init(on engine: StorageEngine, reactors: [any Reactor] = []) async throws {
        let database = try await engine.open(
            EventLog.migrations + PartiesModule.migrations + CaseworkModule.migrations
                + PublicityModule.migrations + SupervisionModule.migrations
        )
        clock = MovableClock(Instant("2025-09-29", hour: 9))
        let supervisor = try SupervisionModule.supervisor()
        log = EventLog(
            database: database,
            registry: EventRegistry(
                CaseworkModule.families + ProcessesModule.families + PublicityModule.families
                    + SupervisionModule.families
            ),
            projections: CaseworkModule.projections + PublicityModule.projections + SupervisionModule.projections,
            reactors: try PublicityModule.reactors(MaskingPolicy.shipped(), PublicityRules.shipped())
                + SupervisionModule.reactors(supervisor) + reactors,
            ring: .ephemeral(randomness: SeededRandomness(seed: 1)),
            clock: clock,
            randomness: SeededRandomness(seed: 2)
        )
        timers = DueTimers(log, supervisor)
        try await log.create(Self.realm, isDemonstration: true)
        try await install(.licensingGeneral)
    }

    func install(_ template: ProcessTemplate) async throws {
        let install = InstallProcess(definition: try template.definition())
        let act = Act(realm: Self.realm, actor: .system("test"), key: "process \(template)")
        _ = try await log.submit(install, as: act)
    }

    /// Lets something happen to the publication of a case's decision.
    func happen(_ fact: PublicationEvent, in caseFile: CaseFile.ID = "01C1", key: String) async throws {
        let act = Act(realm: Self.realm, actor: .system("test"), key: key)
        _ = try await log.submit(HappenInPublic(caseFile: caseFile, fact: fact), as: act)
    }

    func happen(
        _ facts: CaseFileEvent...,
        in caseFile: CaseFile.ID = "01C1",
        key: String,
        by actor: Actor = .system("test")
    ) async throws {
        let act = Act(realm: Self.realm, actor: actor, key: key)
        _ = try await log.submit(Happen(caseFile: caseFile, facts: facts), as: act)
    }

    func findings(_ caseFile: CaseFile.ID = "01C1") async throws -> Findings {
        try await log.read(Self.realm) { try $0.findings(of: caseFile) }
    }

    func read<Answer: Sendable>(_ body: @escaping @Sendable (EventReading) throws -> Answer) async throws -> Answer {
        try await log.read(Self.realm, body)
    }

    @discardableResult
    func fire() async throws -> DueTimers.Report { try await timers.fire(Self.realm, now: clock.now) }
}

extension CaseFileEvent {
    static func at(_ step: Step.ID) -> FlowPosition {
        FlowPosition(marking: .init(), waiting: [.init(step: step, post: "examiner")])
    }

    static func received(
        _ number: String,
        on day: Day,
        answerDue: Day,
        item: ItemPin = Sample.item
    ) -> CaseFileEvent {
        .received(
            ApplicationReceived(
                number: Open(number),
                item: item,
                party: "01P1",
                channel: .online,
                receivedOn: day,
                answerDue: answerDue,
                submission: .present(subject: "01P1", Submission(answers: [], materials: [])),
                queryDigest: "digest-\(number)",
                position: at("accept"),
                agent: nil,
                prior: nil,
                changes: nil,
                reopening: nil
            )
        )
    }

    static func accepted(on day: Day, _ promised: Period, _ statutory: Period) throws -> CaseFileEvent {
        .accepted(
            ApplicationAccepted(
                acceptedOn: day,
                isDeemed: false,
                statutory: statutory,
                promised: promised,
                due: .stopped
            )
        )
    }

    static func completed(_ step: Step.ID, to next: Step.ID) -> CaseFileEvent {
        .completed(StepCompleted(step: step, outcome: "done", opinion: "同意", position: at(next)))
    }

    static func decided(_ decision: Decision) -> CaseFileEvent {
        .decided(
            DecisionMade(
                kind: Open(decision.kind),
                number: Open(decision.number),
                decidedOn: Open(decision.decidedOn),
                content: Open(decision.content),
                validFrom: Open(nil),
                validThrough: Open(nil),
                permitNumber: Open(nil),
                reasons: ForParty(decision.reasons, party: "01P1"),
                title: decision.title,
                sanctions: decision.sanctions.isEmpty ? nil : decision.sanctions,
                weighed: nil
            )
        )
    }
}
