import Directory
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("The directory on both engines")
struct DirectoryStorageTests {
    static let terms = Certificate.Terms(
        number: "15110010001",
        scope: [.license],
        area: "511602",
        issuer: "四川省人民政府",
        validFrom: "2026-01-01",
        validTo: "2026-12-31"
    )

    @Test("agencies of a division are those in its subtree that may act that day", arguments: StorageEngine.allCases)
    func agencies(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let realm = DirectoryLog.realm
        for (division, day, count) in [
            ("511602", "2026-05-20", 1), ("511600", "2026-05-20", 1), ("510000", "2020-01-01", 1),
            ("511603", "2026-05-20", 0), ("511602", "2019-12-31", 0), ("511602001", "2026-05-20", 0),
        ] as [(Division.Code, Day, Int)] {
            let found = try await directory.read { try $0.agencies(of: division, in: realm, on: day) }
            #expect(found.count == count, "\(division) \(day)")
        }
        let row = try await directory.read { try $0.agency(code: "11511602MB1234567X", in: realm) }
        #expect(row?.profile == DirectoryLog.profile)
        #expect(row?.id == directory.agency)
    }

    @Test("a code that another agency has is refused by name", arguments: StorageEngine.allCases)
    func codes(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        await #expect(throws: DirectoryError.codeTaken("11511602MB1234567X")) {
            _ = try await directory.submit(RegisterAgency(DirectoryLog.profile, from: "2026-01-01"), "again")
        }
        let wrong = Agency.Profile(
            code: "11511602MB123456OX",
            name: "另一机关",
            shortName: "另一机关",
            division: "511602"
        )
        await #expect(throws: DirectoryError.self) {
            _ = try await directory.submit(RegisterAgency(wrong, from: "2026-01-01"), "wrong")
        }
    }

    @Test("who decided on an older version of an agency is refused", arguments: StorageEngine.allCases)
    func profile(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        var profile = DirectoryLog.profile
        profile.shortName = "区教体局"
        let change = ChangeAgencyProfile(directory.agency, seen: 1, to: profile, from: "2026-05-20", reason: "更名")
        #expect(try await directory.submit(change, "c1") == 2)
        await #expect(throws: EventLogError.self) { _ = try await directory.submit(change, "c2") }
        let agency = directory.agency
        let row = try await directory.read { try $0.agency(agency, in: DirectoryLog.realm) }
        #expect(row?.profile.shortName == "区教体局")
    }

    @Test("posts and officers are those of the day", arguments: StorageEngine.allCases)
    func terms(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let (officer, post, realm) = (directory.officer, directory.post, DirectoryLog.realm)
        _ = try await directory.submit(AppointOfficer(officer, to: post, from: "2026-03-01"), "t1")
        await #expect(throws: DirectoryError.alreadyInPost(since: "2026-03-01")) {
            _ = try await directory.submit(AppointOfficer(officer, to: post, from: "2026-04-01"), "t2")
        }
        _ = try await directory.submit(RelieveOfficer(officer, of: post, from: "2026-10-01", reason: "轮岗"), "t3")
        _ = try await directory.submit(AppointOfficer(officer, to: post, from: "2026-11-01"), "t4")
        for (day, isHeld) in [
            ("2026-02-28", false), ("2026-03-01", true), ("2026-09-30", true), ("2026-10-01", false),
            ("2026-11-01", true),
        ] as [(Day, Bool)] {
            let posts = try await directory.read { try $0.posts(of: officer, in: realm, on: day) }
            let officers = try await directory.read { try $0.officers(of: post, in: realm, on: day) }
            #expect(posts.map(\.id) == (isHeld ? [post] : []), "\(day)")
            #expect(officers.map(\.name) == (isHeld ? ["李明"] : []), "\(day)")
        }
        await #expect(throws: DirectoryError.ofOtherAgency(employer: nil)) {
            _ = try await directory.submit(AppointOfficer(officer, to: post, from: "2024-12-31"), "t5")
        }
    }

    @Test("certificates follow their facts, in rows as in the folded state", arguments: StorageEngine.allCases)
    func certificates(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let (officer, realm) = (directory.officer, DirectoryLog.realm)
        let number = Self.terms.number
        try await directory.qualify(officer)
        _ = try await directory.submit(IssueCertificate(Self.terms, to: officer), "i")
        let suspend = SuspendCertificate(number, of: officer, from: "2026-05-10", reason: "培训未达标")
        #expect(try await directory.submit(suspend, "s") == 2)
        await #expect(throws: DirectoryError.earlierThanLastFact(latest: "2026-05-10")) {
            let early = RestoreCertificate(number, of: officer, from: "2026-05-09", reason: "补训合格")
            _ = try await directory.submit(early, "e")
        }
        let restore = RestoreCertificate(number, of: officer, from: "2026-06-01", reason: "补训合格")
        #expect(try await directory.submit(restore, "r") == 3)
        let state = try await directory.log.read(realm) { try $0.state(OfficerEntry.self, officer.text).state }
        let folded = try #require(state.officer?.certificates.first)
        for (day, isValid) in [
            ("2025-12-31", false), ("2026-01-01", true), ("2026-05-10", false), ("2026-05-31", false),
            ("2026-06-01", true), ("2026-12-31", true), ("2027-01-01", false),
        ] as [(Day, Bool)] {
            let rows = try await directory.read { try $0.validCertificates(of: officer, in: realm, on: day) }
            #expect(rows.map(\.terms) == (isValid ? [Self.terms] : []), "\(day)")
            #expect((folded.standing(on: day) == .valid) == isValid, "\(day)")
        }
        _ = try await directory.submit(RevokeCertificate(number, of: officer, from: "2026-07-01", reason: "调离"), "v")
        await #expect(throws: DirectoryError.certificateStanding(number, found: .revoked(reason: "调离"))) {
            _ = try await directory.submit(
                RestoreCertificate(number, of: officer, from: "2026-08-01", reason: "x"),
                "x"
            )
        }
    }

    @Test("a number that another officer's certificate has is refused by name", arguments: StorageEngine.allCases)
    func numbers(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let colleague = try await directory.submit(
            RegisterOfficer("王芳", of: directory.agency, from: "2025-01-01"),
            "o2"
        )
        try await directory.qualify(directory.officer)
        try await directory.qualify(colleague)
        _ = try await directory.submit(IssueCertificate(Self.terms, to: directory.officer), "i1")
        await #expect(throws: DirectoryError.certificateNumberTaken(Self.terms.number)) {
            _ = try await directory.submit(IssueCertificate(Self.terms, to: colleague), "i2")
        }
    }

    @Test("a command asks the directory for its authority as of its batch", arguments: StorageEngine.allCases)
    func authority(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let (officer, post) = (directory.officer, directory.post)
        await #expect(throws: AuthorityRefusal.notInPost(post)) {
            _ = try await directory.submit(AskAuthority(officer: officer, post: post), "q1")
        }
        _ = try await directory.submit(AppointOfficer(officer, to: post, from: "2026-03-01"), "t")
        await #expect(throws: AuthorityRefusal.notQualified(.examMissing(.publicLaw))) {
            _ = try await directory.submit(AskAuthority(officer: officer, post: post), "q2")
        }
        try await directory.qualify(officer)
        _ = try await directory.submit(IssueCertificate(Self.terms, to: officer), "i")
        #expect(try await directory.submit(AskAuthority(officer: officer, post: post), "q3") == "15110010001@1")
    }

    @Test("rows rebuilt from the log are the rows that were there", arguments: StorageEngine.allCases)
    func rebuild(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let office = try await directory.submit(OpenOffice("教师科", in: directory.agency, from: "2021-01-01"), "b")
        let create = CreatePost("审核岗", for: .review, in: directory.agency, office: office, from: "2021-01-01")
        _ = try await directory.submit(create, "p2")
        _ = try await directory.submit(AppointOfficer(directory.officer, to: directory.post, from: "2026-03-01"), "t")
        try await directory.qualify(directory.officer)
        _ = try await directory.submit(IssueCertificate(Self.terms, to: directory.officer), "i")
        let suspend = SuspendCertificate(Self.terms.number, of: directory.officer, from: "2026-05-10", reason: "培训")
        _ = try await directory.submit(suspend, "s")
        for report in try await directory.log.rebuild(DirectoryLog.realm, keeping: false) {
            #expect(report.isEqual, "\(report.name)")
        }
        #expect(try await directory.log.verify(DirectoryLog.realm).events == 12)
    }
}

/// Answers with the certificate an act of today would cite.
private struct AskAuthority: Command {
    static let name = "AskAuthority"
    let officer: Officer.ID
    let post: Post.ID

    func run(in session: CommandSession) throws -> String {
        let authority = try session.authority(of: officer, at: post, for: .license, in: "511602")
        return authority.actor().certificate ?? ""
    }
}
