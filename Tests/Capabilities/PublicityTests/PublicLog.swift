import CanonicalJSON
import Cryptography
import Database
import Directory
import EventLog
import Kernel
import Parties
import Processes
import Sanctions
import TestSupport
import WorkflowEngine

@testable import Casework
@testable import Publicity

/// Does what a test wants within one command.
struct Happen: Command {
    static let name = "Happen"
    let label: String
    let body: @Sendable (CommandSession) throws -> Void

    func run(in session: CommandSession) throws -> Int {
        try body(session)
        return 1
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(label)
    }
}

/// A log with an agency, an officer at its window, two parties and the general licensing process.
struct PublicLog {
    static let realm = Realm(1)
    static let policy = MaskingPolicy(version: "t", personName: .surname, representativeName: .full)
    static let rules = Result { try PublicityRules.shipped() }
    let log: EventLog
    let ring: KeyRing
    let agency: Agency.ID
    let officer: Officer.ID
    let post: Directory.Post.ID
    /// The head, and the post from which publications are reviewed.
    let head: Officer.ID
    let headPost: Directory.Post.ID
    let person: Party.ID
    let company: Party.ID

    init(on engine: StorageEngine, seed: UInt64 = 2) async throws {
        let migrations =
            EventLog.migrations + DirectoryModule.migrations + CaseworkModule.migrations + PartiesModule.migrations
            + PublicityModule.migrations
        ring = .ephemeral(randomness: SeededRandomness(seed: 1))
        log = EventLog(
            database: try await engine.open(migrations),
            registry: EventRegistry(
                DirectoryModule.families + CaseworkModule.families + ProcessesModule.families + PartiesModule.families
                    + PublicityModule.families
            ),
            projections: DirectoryModule.projections + CaseworkModule.projections + PartiesModule.projections
                + PublicityModule.projections,
            reactors: try PublicityModule.reactors(Self.policy, Self.rules.get()),
            ring: ring,
            clock: FixedClock(Instant("2026-05-20", hour: 9)),
            randomness: SeededRandomness(seed: seed)
        )
        try await log.create(Self.realm, isDemonstration: true)
        let profile = Agency.Profile(
            code: "11511602MB1234567X",
            name: "广安市广安区教育局",
            shortName: "区教育局",
            division: "511602"
        )
        agency = try await log.submit(RegisterAgency(profile, from: "2020-01-01"), as: Self.system("a")).answer
        officer = try await log.submit(RegisterOfficer("李明", of: agency, from: "2025-01-01"), as: Self.system("o"))
            .answer
        let create = CreatePost("窗口", for: .reception, in: agency, from: "2021-01-01")
        post = try await log.submit(create, as: Self.system("p")).answer
        _ = try await log.submit(AppointOfficer(officer, to: post, from: "2025-01-01"), as: Self.system("ap"))
        let terms = Certificate.Terms(
            number: "15110010001",
            scope: Set(EnforcementCategory.allCases),
            area: "511602",
            issuer: "四川省人民政府",
            validFrom: "2026-01-01",
            validTo: "2026-12-31"
        )
        for training in RecordTraining.qualifying([officer], on: "2026-01-01") {
            _ = try await log.submit(training, as: Self.system(training.session))
        }
        _ = try await log.submit(IssueCertificate(terms, to: officer), as: Self.system("c"))
        head = try await log.submit(RegisterOfficer("周正", of: agency, from: "2025-01-01"), as: Self.system("h")).answer
        let approve = CreatePost("批准", for: .approve, in: agency, from: "2021-01-01")
        headPost = try await log.submit(approve, as: Self.system("hp")).answer
        _ = try await log.submit(AppointOfficer(head, to: headPost, from: "2025-01-01"), as: Self.system("ah"))
        for training in RecordTraining.qualifying([head], on: "2026-01-01") {
            _ = try await log.submit(training, as: Self.system("h" + training.session))
        }
        let headTerms = Certificate.Terms(
            number: "15110010002",
            scope: Set(EnforcementCategory.allCases),
            area: "511602",
            issuer: "四川省人民政府",
            validFrom: "2026-01-01",
            validTo: "2026-12-31"
        )
        _ = try await log.submit(IssueCertificate(headTerms, to: head), as: Self.system("ch"))
        person = try await log.submit(
            RegisterParty(.person(name: "张小三", identityNumber: "11010519491231002X", mobile: "13800001234")),
            as: Self.system("party 1")
        ).answer
        company = try await log.submit(
            RegisterParty(
                .organization(
                    name: "广安食品有限公司",
                    code: "91110000600037341L",
                    representative: LegalRepresentative(name: "王五", mobile: nil)
                )
            ),
            as: Self.system("party 2")
        ).answer
        try await happen("process") { session in try installProcesses(in: session) }
    }

    func happen(_ label: String, _ body: @escaping @Sendable (CommandSession) throws -> Void) async throws {
        _ = try await log.submit(Happen(label: label, body: body), as: Self.system(label))
    }

    func read<Answer: Sendable>(_ body: @escaping @Sendable (EventReading) throws -> Answer) async throws -> Answer {
        try await log.read(Self.realm, body)
    }

    func preview(_ caseFile: CaseFile.ID) async throws -> PublicDecision {
        try await read { try $0.publicationPreview(of: caseFile, Self.policy).record }
    }

    func state(_ caseFile: CaseFile.ID) async throws -> (state: Publication, version: Int) {
        try await read { reading in
            let loaded = try reading.state(Publication.self, caseFile.text)
            return (loaded.state, loaded.version)
        }
    }

    func version(_ caseFile: CaseFile.ID) async throws -> Int {
        try await read { try $0.state(CaseFile.self, caseFile.text).version }
    }

    /// Receives, accepts, grants and serves; the steps of making the permit and of publishing wait.
    func grant(
        _ number: Int,
        to party: Party.ID,
        on day: Day = "2026-05-20",
        isServed: Bool = true
    ) async throws -> CaseFile.ID {
        let id = try await decide(number, on: party, on: day)
        if isServed { try await serve(id, on: day) }
        return id
    }

    /// The party has the decision in its hands; the case's own step of serving is left alone.
    func serve(_ id: CaseFile.ID, on day: Day = "2026-05-20") async throws {
        try await happen("serve \(id)") { session in
            let served = DecisionServed(way: .direct, servedOn: day, note: "本人签收")
            try session.append(.served(served), to: CaseFile.self, id.text)
        }
    }

    /// As `grant`, but with penalties instead, where some are given, and served to nobody.
    func decide(
        _ number: Int,
        on party: Party.ID,
        on day: Day = "2026-05-20",
        imposing sanctions: [Sanction]? = nil
    ) async throws -> CaseFile.ID {
        let id = CaseFile.ID("01C\(number)")
        let category = sanctions == nil ? "01" : "02"
        try await happen("grant \(number)") { [self] session in
            let flow = try PublishedProcess.require(id: "licensing-general", version: 1, in: session).flow
            var marking = try flow.run(Marking(), .start)
            for (step, outcome) in [
                ("receive", "registered"), ("accept", "accepted"), ("examine", "proposed"), ("review", "agreed"),
                ("decide", "granted"),
            ] {
                marking = try flow.run(marking, .complete(.init(step), outcome: .init(outcome)))
            }
            let position = FlowPosition(
                marking: marking,
                waiting: flow.waiting(marking).map { FlowPosition.Waiting(step: $0, post: "window") }
            )
            let item = pin(category, under: "licensing-general")
            for fact in facts(number, on: party, day, item, at: position, imposing: sanctions) {
                try session.append(fact, to: CaseFile.self, id.text)
            }
        }
        return id
    }

    /// Something is imposed under another process, of which only those steps wait.
    func impose(
        _ number: Int,
        on party: Party.ID,
        in category: String,
        under process: String,
        imposing sanctions: [Sanction]? = nil,
        waiting: [Step.ID] = []
    ) async throws -> CaseFile.ID {
        let id = CaseFile.ID("01C\(number)")
        try await happen("impose \(number)") { [self] session in
            let position = FlowPosition(
                marking: Marking(),
                waiting: waiting.map { FlowPosition.Waiting(step: $0, post: "window") }
            )
            let item = pin(category, under: process)
            for fact in facts(number, on: party, "2026-05-20", item, at: position, imposing: sanctions) {
                try session.append(fact, to: CaseFile.self, id.text)
            }
        }
        return id
    }

    private func pin(_ category: String, under process: String) -> ItemPin {
        ItemPin(
            id: "01I1",
            code: "510105001000",
            version: 1,
            name: "教师资格认定",
            category: category,
            agency: agency.text,
            division: "511602",
            agencyName: "广安市广安区教育局",
            agencyShortName: "广安教",
            statutoryLimit: .workingDays(20),
            statutorySource: "行政许可法§42",
            promisedLimit: .workingDays(10),
            process: ProcessPin(id: process, version: 1),
            permitName: category == "01" ? "教师资格证书" : nil,
            licenseKind: category == "01" ? "普通" : nil
        )
    }

    private func facts(
        _ number: Int,
        on party: Party.ID,
        _ day: Day,
        _ item: ItemPin,
        at position: FlowPosition,
        imposing sanctions: [Sanction]?
    ) -> [CaseFileEvent] {
        [
            .received(
                ApplicationReceived(
                    number: Open("5116022026\(number)"),
                    item: item,
                    party: party.text,
                    channel: .online,
                    receivedOn: day,
                    answerDue: day + 7,
                    submission: .present(subject: party.text, Submission(answers: [], materials: [])),
                    queryDigest: "\(number)",
                    position: position,
                    agent: nil,
                    prior: nil,
                    changes: nil,
                    reopening: nil
                )
            ),
            .accepted(
                ApplicationAccepted(
                    acceptedOn: day,
                    isDeemed: false,
                    statutory: .workingDays(20),
                    promised: .workingDays(10),
                    due: .stopped
                )
            ),
            .decided(
                DecisionMade(
                    kind: Open(item.category == "01" ? .granted : .imposed),
                    number: Open("广安教许准〔2026〕\(number)号"),
                    decidedOn: Open(day),
                    content: Open("准予张小三的申请，联系电话13800001234"),
                    validFrom: Open(day),
                    validThrough: Open("2031-05-19"),
                    permitNumber: Open("20265116\(number)"),
                    reasons: ForParty("符合条件", party: party.text),
                    title: nil,
                    sanctions: sanctions,
                    weighed: nil
                )
            ),
        ]
    }
}
