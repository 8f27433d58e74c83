import Directory
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("Posts: charters, deputies, rotation, transfers")
struct PostUpkeepTests {
    private static let realm = DirectoryLog.realm

    @Test("a deputy acts for an absent holder in the days and kinds of act given", arguments: StorageEngine.allCases)
    func deputy(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let (holder, post, agency) = (directory.officer, directory.post, directory.agency)
        let deputy = try await directory.submit(RegisterOfficer("王芳", of: agency, from: "2025-01-01"), "o2")
        _ = try await directory.submit(AppointOfficer(holder, to: post, from: "2026-01-01"), "t")
        func give(_ begins: Day, _ ends: Day, to officer: Officer.ID) -> DelegatePost {
            let given = Delegation(
                from: holder,
                to: officer,
                categories: [.license],
                begins: begins,
                ends: ends,
                reason: "脱产学习"
            )
            return DelegatePost(post, given)
        }
        await #expect(throws: DirectoryError.delegatedToOneself) {
            _ = try await directory.submit(give("2026-05-01", "2026-06-30", to: holder), "d0")
        }
        _ = try await directory.submit(give("2026-05-01", "2026-06-30", to: deputy), "d1")
        await #expect(throws: DirectoryError.delegatedAlready(to: deputy, until: "2026-06-30")) {
            _ = try await directory.submit(give("2026-06-30", "2026-07-31", to: deputy), "d2")
        }
        let end = EndDelegation(of: post, to: deputy, from: "2026-06-01", reason: "提前返岗")
        _ = try await directory.submit(end, "e")
        let entry = try await directory.log.read(Self.realm) { try $0.state(PostEntry.self, post.text).state }
        let held = try #require(entry.post)
        for (day, isDeputy) in [
            ("2026-04-30", false), ("2026-05-01", true), ("2026-05-31", true), ("2026-06-01", false),
        ] as [(Day, Bool)] {
            #expect((held.delegation(to: deputy, for: .license, on: day)?.from == holder) == isDeputy, "\(day)")
            let posts = try await directory.read { try $0.posts(of: deputy, in: Self.realm, on: day) }
            #expect(posts.map(\.id) == (isDeputy ? [post] : []), "\(day)")
        }
        #expect(held.delegation(to: deputy, for: .penalty, on: "2026-05-10") == nil)
    }

    @Test("the deputy's own certificate counts, and the envelope names the absent holder")
    func authority() throws {
        var standing = AuthorityTests.Standing()
        standing.post.terms = [Post.Term(officer: "O9", from: "2026-01-01")]
        #expect(standing.refusal() == .notInPost("W1"))
        standing.post.delegations = [
            Delegation(from: "O9", to: "O1", begins: "2026-05-01", ends: "2026-05-31", reason: "出差")
        ]
        let authority = try Authority.establish(
            of: standing.officer,
            at: standing.post,
            of: standing.agency,
            for: .license,
            in: "511602",
            on: "2026-05-20"
        )
        #expect(authority.actor().onBehalfOf == "O9")
        #expect(standing.refusal(on: "2026-06-01") == .notInPost("W1"))
        standing.officer.exams = []
        #expect(standing.refusal() == .notQualified(.examMissing(.publicLaw)))
    }

    @Test("who is transferred leaves the posts, and history stays", arguments: StorageEngine.allCases)
    func transfer(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let (officer, post) = (directory.officer, directory.post)
        var profile = DirectoryLog.profile
        profile.code = "11511602008282000L"
        let other = try await directory.submit(RegisterAgency(profile, from: "2020-01-01"), "a2")
        _ = try await directory.submit(AppointOfficer(officer, to: post, from: "2026-01-01"), "t")
        let move = TransferOfficer(officer, to: other, from: "2026-07-01", reason: "工作调动")
        #expect(try await directory.submit(move, "m") == [post])
        for (day, employer, count) in [("2026-06-30", directory.agency, 1), ("2026-07-01", other, 0)]
            as [(Day, Agency.ID, Int)]
        {
            #expect(
                try await directory.read { try $0.employer(of: officer, in: Self.realm, on: day) } == employer
            )
            let staff = try await directory.read { try $0.officers(ofAgency: employer, in: Self.realm, on: day) }
            #expect(staff.map(\.id) == [officer])
            #expect(try await directory.read { try $0.posts(of: officer, in: Self.realm, on: day) }.count == count)
        }
        for report in try await directory.log.rebuild(Self.realm, keeping: false) {
            #expect(report.isEqual, "\(report.name)")
        }
    }

    @Test(
        "a successor takes the posts over the same day, and nobody succeeds himself",
        arguments: StorageEngine.allCases
    )
    func succession(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let (officer, post) = (directory.officer, directory.post)
        let other = try await directory.submit(RegisterOfficer("李四", of: directory.agency, from: "2020-01-01"), "o2")
        _ = try await directory.submit(AppointOfficer(officer, to: post, from: "2026-01-01"), "t")
        await #expect(throws: DirectoryError.delegatedToOneself) {
            let own = DismissOfficer(officer, from: "2026-07-01", reason: "退休", successor: officer)
            _ = try await directory.submit(own, "s1")
        }
        let relieve = RelieveOfficer(officer, of: post, from: "2026-06-01", reason: "轮岗", successor: other)
        _ = try await directory.submit(relieve, "s2")
        let back = DismissOfficer(other, from: "2026-07-01", reason: "辞职", successor: officer)
        #expect(try await directory.submit(back, "s3") == [post])
        for (day, holder) in [("2026-05-31", officer), ("2026-06-01", other), ("2026-07-01", officer)]
            as [(Day, Officer.ID)]
        {
            let holders = try await directory.read { try $0.officers(of: post, in: Self.realm, on: day) }
            #expect(holders.map(\.id) == [holder], "\(day)")
        }
    }

    @Test("an office and an agency end only when nothing hangs on them", arguments: StorageEngine.allCases)
    func ending(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let agency = directory.agency
        let office = try await directory.submit(OpenOffice("教师科", in: agency, from: "2021-01-01"), "b")
        let create = CreatePost("审核岗", for: .review, in: agency, office: office, from: "2021-01-01")
        let post = try await directory.submit(create, "p2")
        await #expect(throws: DirectoryError.stillInUse(posts: 1)) {
            _ = try await directory.submit(CloseOffice(office, of: agency, from: "2026-06-01", reason: "合并"), "c1")
        }
        await #expect(throws: DirectoryError.stillInUse(posts: 2)) {
            _ = try await directory.submit(CloseAgency(agency, from: "2026-06-01", reason: "撤销"), "c2")
        }
        _ = try await directory.submit(AbolishPost(post, from: "2026-06-01", reason: "合并"), "x1")
        _ = try await directory.submit(CloseOffice(office, of: agency, from: "2026-06-01", reason: "合并"), "c3")
        _ = try await directory.submit(AbolishPost(directory.post, from: "2026-06-01", reason: "撤销"), "x2")
        _ = try await directory.submit(CloseAgency(agency, from: "2026-06-01", reason: "撤销"), "c4")
        for (day, count) in [("2026-05-31", 1), ("2026-06-01", 0)] as [(Day, Int)] {
            let found = try await directory.read { try $0.agencies(of: "511602", in: Self.realm, on: day) }
            #expect(found.count == count, "\(day)")
        }
    }

    @Test("nobody leads itself, by whatever way", arguments: StorageEngine.allCases)
    func management(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let agency = directory.agency
        var profile = DirectoryLog.profile
        profile.code = "11511602008282000L"
        let above = try await directory.submit(RegisterAgency(profile, from: "2020-01-01"), "a2")
        let led = SetManagement(Management(.vertical, under: above), of: agency, from: "2021-01-01", reason: "上收")
        _ = try await directory.submit(led, "m1")
        await #expect(throws: DirectoryError.managementCircle(above)) {
            let circle = SetManagement(Management(.dual, under: agency), of: above, from: "2022-01-01", reason: "x")
            _ = try await directory.submit(circle, "m2")
        }
        let entry = try await directory.log.read(Self.realm) { try $0.state(AgencyEntry.self, agency.text).state }
        #expect(entry.agency?.management.value(on: "2020-12-31") == nil)
        #expect(entry.agency?.management.value(on: "2021-01-01")?.mode.leaders == [.superiorAgency])
    }

    @Test("an entrusted organization acts by a letter, within its term")
    func entrustment() {
        var standing = AuthorityTests.Standing()
        standing.agency.profile.subject = AgencySubject(
            entrustment: AgencySubject.Entrustment(
                entrustedBy: "区教育局",
                letter: "委〔2026〕1号",
                basis: "行政处罚法§20",
                matters: "检查",
                from: "2026-01-01",
                to: "2026-05-31"
            )
        )
        #expect(standing.refusal(on: "2026-05-31") == nil)
        #expect(standing.refusal(on: "2026-06-01") == .agencyClosed("A1"))
    }

    @Test("an entrusted organization without its letter is not registered", arguments: StorageEngine.allCases)
    func letter(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        var profile = DirectoryLog.profile
        profile.code = "11511602008282000L"
        profile.kind = .entrusted
        await #expect(throws: DirectoryError.entrustmentMissing) {
            _ = try await directory.submit(RegisterAgency(profile, from: "2026-01-01"), "e")
        }
    }
}
