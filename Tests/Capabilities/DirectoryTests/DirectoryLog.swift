import Cryptography
import Database
import Directory
import EventLog
import Kernel
import TestSupport

/// A log on a fresh database with one realm, one agency, one officer and one post.
struct DirectoryLog {
    static let realm = Realm(1)
    static let profile = Agency.Profile(
        code: "11511602MB1234567X",
        name: "广安市广安区教育局",
        shortName: "区教育局",
        division: "511602",
        phone: "0826-2222222"
    )
    let database: any SQLDatabase
    let log: EventLog
    let agency: Agency.ID
    let officer: Officer.ID
    let post: Post.ID

    init(on engine: StorageEngine) async throws {
        database = try await engine.open(EventLog.migrations + DirectoryModule.migrations)
        log = EventLog(
            database: database,
            registry: EventRegistry(DirectoryModule.families),
            projections: DirectoryModule.projections,
            reactors: [],
            ring: .ephemeral(randomness: SeededRandomness(seed: 1)),
            clock: FixedClock(Instant("2026-05-20", hour: 9)),
            randomness: SeededRandomness(seed: 2)
        )
        try await log.create(Self.realm, isDemonstration: true)
        agency = try await log.submit(RegisterAgency(Self.profile, from: "2020-01-01"), as: Self.act("a")).answer
        officer = try await log.submit(RegisterOfficer("李明", of: agency, from: "2025-01-01"), as: Self.act("o")).answer
        let create = CreatePost("教师资格认定承办岗", for: .handle, in: agency, from: "2021-01-01")
        post = try await log.submit(create, as: Self.act("p")).answer
    }

    /// Records the training and the exams without which nobody is certified.
    func qualify(_ officer: Officer.ID, on day: Day = "2026-01-01") async throws {
        for training in RecordTraining.qualifying([officer], on: day) {
            _ = try await submit(training, "\(officer) \(training.session)")
        }
    }

    static func act(_ key: String) -> Act {
        Act(realm: realm, actor: .system("test"), key: key)
    }

    func submit<C: Command>(_ command: C, _ key: String) async throws -> C.Answer {
        try await log.submit(command, as: Self.act(key)).answer
    }

    func read<Answer: Sendable>(_ body: @escaping @Sendable (any SQLReader) throws -> Answer) async throws -> Answer {
        try await database.read(body)
    }

    /// Begins to enter the rows of a list.
    func begin(_ rows: [BulkRow], from day: Day) async throws -> BulkRun.ID {
        try await submit(StartBulkRun(.takeOver, on: rows, from: day, reason: "导入清单", in: "511602"), "list")
    }

    /// Does the rows of bulk runs until none is open; a refusal is told by its case.
    func work(_ after: @escaping @Sendable (BulkRun.ID) async -> Void = { _ in }) async throws {
        let runner = BulkRunner(
            log: log,
            realm: Self.realm,
            wording: { $0 is DirectoryError ? "\($0)" : nil },
            progressed: after
        )
        try await runner.turn()
    }

    /// Enters the rows of a list; the answer has those refused first.
    func takeOver(_ rows: [BulkRow], from day: Day) async throws -> [BulkRowLine] {
        let run = try await begin(rows, from: day)
        try await work()
        return try await read { try $0.bulkRows(of: run, in: Self.realm, limit: 100) }
    }
}
