import Directory
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("Bulk runs: many rows with one act, stopped and taken back")
struct BulkRunTests {
    private static let day: Day = "2026-05-20"
    private static let realm = DirectoryLog.realm

    /// Five officers with certificates; the third lacks the exams that a review asks for.
    private struct Staff {
        let directory: DirectoryLog
        var officers: [Officer.ID] = []
        var numbers: [Certificate.Number] = []

        init(on engine: StorageEngine) async throws {
            directory = try await DirectoryLog(on: engine)
            for index in 1...5 {
                let name = "人员\(index)"
                let register = RegisterOfficer(name, of: directory.agency, from: "2025-01-01")
                let officer = try await directory.submit(register, name)
                try await directory.qualify(officer)
                let terms = Certificate.Terms(
                    number: Certificate.Number("2316000\(index)"),
                    scope: [.license],
                    area: "511602",
                    issuer: "省政府",
                    validFrom: "2026-01-02",
                    validTo: "2026-12-31"
                )
                _ = try await directory.submit(IssueCertificate(terms, to: officer), "c\(index)")
                officers.append(officer)
                numbers.append(terms.number)
            }
        }

        var certificates: [BulkRow] {
            zip(officers, numbers).enumerated().map { index, pair in
                BulkRow(index + 1, "人员\(index + 1)", .certificate(pair.1, of: pair.0))
            }
        }

        var people: [BulkRow] {
            officers.enumerated().map { BulkRow($0.offset + 1, "人员\($0.offset + 1)", .officer($0.element)) }
        }

        func start(_ act: BulkAct, _ rows: [BulkRow], _ key: String = "run") async throws -> BulkRun.ID {
            let start = StartBulkRun(act, on: rows, from: BulkRunTests.day, reason: "统一办理", in: "511602")
            return try await directory.submit(start, key)
        }

        func work(_ after: @escaping @Sendable (BulkRun.ID) async -> Void = { _ in }) async throws {
            try await directory.work(after)
        }

        func row(_ id: BulkRun.ID) async throws -> BulkRunRow {
            try #require(try await directory.read { try $0.bulkRun(id, in: BulkRunTests.realm) })
        }

        func outcomes(_ id: BulkRun.ID) async throws -> [BulkRowLine.Outcome] {
            try await directory.read { try $0.bulkRows(of: id, in: BulkRunTests.realm, limit: 100) }
                .sorted { $0.number < $1.number }.map(\.outcome)
        }

        func officer(_ index: Int) async throws -> Officer {
            let id = officers[index].text
            let state = try await directory.log.read(BulkRunTests.realm) { try $0.state(OfficerEntry.self, id).state }
            return try #require(state.officer)
        }

        func standing(_ index: Int) async throws -> Certificate.Standing? {
            try await officer(index).certificates.first?.standing(on: BulkRunTests.day)
        }

        func holders(of post: Post.ID) async throws -> [Officer.ID] {
            try await directory.read { try $0.officers(of: post, in: BulkRunTests.realm, on: BulkRunTests.day) }
                .map(\.id)
        }
    }

    @Test(
        "every row is done or refused with its reason, and the rest waits for nobody",
        arguments: StorageEngine.allCases
    )
    func runs(on engine: StorageEngine) async throws {
        let staff = try await Staff(on: engine)
        let suspend = SuspendCertificate(staff.numbers[2], of: staff.officers[2], from: "2026-02-01", reason: "调查")
        _ = try await staff.directory.submit(suspend, "s")
        let id = try await staff.start(.review, staff.certificates)
        try await staff.work()
        #expect(try await staff.outcomes(id) == [.done, .done, .refused, .done, .done])
        let row = try await staff.row(id)
        #expect(row.phase == .finished)
        #expect([row.waiting, row.done, row.refused] == [0, 4, 1])
        #expect(try await staff.officer(0).certificates[0].reviews == [2026: true])
        let refused = try await staff.directory.read { try $0.bulkRows(of: id, in: Self.realm, limit: 1) }
        #expect(refused.first?.reason.contains("certificateStanding") == true)
        for report in try await staff.directory.log.rebuild(Self.realm, keeping: false) {
            #expect(report.isEqual, "\(report.name)")
        }
    }

    @Test(
        "a stop holds after the row under way; what was not reached stays untouched",
        arguments: StorageEngine.allCases
    )
    func stops(on engine: StorageEngine) async throws {
        let staff = try await Staff(on: engine)
        let id = try await staff.start(.suspend, staff.certificates)
        let directory = staff.directory
        try await staff.work { id in
            let done = try? await directory.read { try $0.bulkRun(id, in: Self.realm)?.done }
            if done == 2 { _ = try? await directory.submit(StopBulkRun(id), "stop") }
        }
        #expect(try await staff.row(id).phase == .stopped)
        #expect(try await staff.outcomes(id) == [.done, .done, .waiting, .waiting, .waiting])
        #expect(try await staff.standing(1) == .suspended(reason: "统一办理"))
        #expect(try await staff.standing(2) == .valid)
        try await staff.work()
        #expect(try await staff.row(id).waiting == 3)
        await #expect(throws: DirectoryError.bulkPhase(.stopped)) {
            try await directory.submit(StopBulkRun(id), "again")
        }
    }

    @Test("a program that stopped in the middle goes on where it stood, and no row is done twice")
    func goesOn() async throws {
        let staff = try await Staff(on: .sqlite)
        let id = try await staff.start(.suspend, staff.certificates)
        let working = Task { try await staff.work { _ in withUnsafeCurrentTask { $0?.cancel() } } }
        await #expect(throws: CancellationError.self) { try await working.value }
        #expect(try await staff.row(id).done == 1)
        async let one: Void = staff.work()
        async let other: Void = staff.work()
        _ = try await (one, other)
        #expect(try await staff.outcomes(id) == [.done, .done, .done, .done, .done])
        #expect(try await staff.officer(0).certificates[0].version == 2)
    }

    @Test("what was done is taken back by new facts, but for rows on which something has built")
    func undoes() async throws {
        let staff = try await Staff(on: .sqlite)
        let directory = staff.directory
        let id = try await staff.start(.suspend, staff.certificates)
        try await staff.work()
        let restore = RestoreCertificate(staff.numbers[1], of: staff.officers[1], from: Self.day, reason: "查清")
        _ = try await directory.submit(restore, "restore")
        _ = try await directory.submit(UndoBulkRun(id, reason: "误办"), "undo")
        try await staff.work()
        #expect(try await staff.outcomes(id) == [.undone, .kept, .undone, .undone, .undone])
        #expect(try await staff.row(id).phase == .finished)
        #expect(try await staff.standing(0) == .valid)
        let stream = OfficerEntry.stream(staff.officers[0].text)
        let last = try await directory.log.read(Self.realm) { try $0.events(of: stream).last }
        #expect(last?.envelope.command.correlation == id.text)
        #expect(last?.envelope.type == "Officer.CertificateRestored")
        await #expect(throws: DirectoryError.bulkPhase(.finished)) {
            try await directory.submit(UndoBulkRun(id, reason: "误办"), "twice")
        }
        for report in try await directory.log.rebuild(Self.realm, keeping: false) {
            #expect(report.isEqual, "\(report.name)")
        }
    }

    @Test("every act taken back leaves what was there before", arguments: StorageEngine.allCases)
    func acts(on engine: StorageEngine) async throws {
        let staff = try await Staff(on: engine)
        let directory = staff.directory
        var profile = DirectoryLog.profile
        profile.code = "11511602008282000L"
        let goal = try await directory.submit(RegisterAgency(profile, from: "2020-01-01"), "goal")
        let create = CreatePost("审核岗", for: .review, in: directory.agency, from: "2021-01-01")
        let post = try await directory.submit(create, "post")
        for officer in staff.officers {
            let appoint = AppointOfficer(officer, to: directory.post, from: "2025-06-01")
            _ = try await directory.submit(appoint, "a\(officer)")
        }
        func both(_ act: BulkAct, _ rows: [BulkRow], _ check: () async throws -> Bool) async throws {
            let id = try await staff.start(act, rows, "\(act)")
            try await staff.work()
            #expect(try await staff.row(id).done == rows.count, "\(act)")
            #expect(try await check(), "\(act)")
            _ = try await directory.submit(UndoBulkRun(id, reason: "误办"), "undo \(act)")
            try await staff.work()
            #expect(try await staff.row(id).undone == rows.count, "\(act)")
            #expect(try await !check(), "\(act)")
        }
        let people = staff.people
        try await both(.transfer(to: goal), people) { try await staff.officer(3).agency(on: Self.day) == goal }
        try await both(.rotate(to: post), people) { try await staff.holders(of: post).count == 5 }
        try await both(.appoint(to: post), people) { try await staff.holders(of: post).count == 5 }
        try await both(.relieve, people) { try await staff.holders(of: directory.post).isEmpty }
        #expect(try await Set(staff.holders(of: directory.post)) == Set(staff.officers))
        let certificates = staff.certificates
        try await both(.renew(to: "2031-12-31"), certificates) {
            try await staff.officer(0).certificates[0].terms.validTo == "2031-12-31"
        }
        try await both(.review, certificates) { try await staff.officer(0).certificates[0].reviews[2026] == true }
        try await both(.suspend, certificates) { try await staff.standing(4) != .valid }
        let posts = [directory.post, post].enumerated().map { BulkRow($0.offset + 1, "岗位", .post($0.element)) }
        func kept(_ id: Post.ID) async throws -> Post? {
            try await directory.log.read(Self.realm) { try $0.state(PostEntry.self, id.text).state.post }
        }
        try await both(.limitStay(36), posts) {
            try await kept(post)?.charter.value(on: Self.day)?.longestStayMonths == 36
        }
        try await both(.abolish, posts) { try await kept(post)?.abolishedOn == Self.day }
        #expect(try await Set(staff.holders(of: directory.post)) == Set(staff.officers))
        for report in try await directory.log.rebuild(Self.realm, keeping: false) {
            #expect(report.isEqual, "\(report.name)")
        }
    }

    @Test("a run has rows, and an act is for the kind of row it is offered for")
    func refuses() async throws {
        let staff = try await Staff(on: .sqlite)
        await #expect(throws: DirectoryError.bulkRows(found: 0, greatest: BulkRun.greatestRows)) {
            try await staff.start(.relieve, [])
        }
        let id = try await staff.start(.suspend, staff.people)
        try await staff.work()
        #expect(try await staff.row(id).refused == 5)
    }
}
