import Casework
import Database
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@Suite("Agencies merge and split while cases are open (行政诉讼法 §26.6)")
struct SuccessionTests {
    private static let clerk = Actor(kind: .officer, id: "founder")
    private static let day: Day = "2026-03-03"

    /// An agency with nobody in it yet, that will go on.
    private static func successor(
        in house: TestHouse,
        code: String = "11511602MB1234567X",
        named name: String = "演示区行政审批局"
    ) async throws -> Agency.ID {
        let profile = Agency.Profile(
            code: code,
            name: name,
            shortName: "演示审批",
            division: "511602"
        )
        return try await house.submit(RegisterAgency(profile, from: "2026-01-05"), by: clerk)
    }

    /// The same officer in the post that the reorganization gave.
    private static func moved(_ actor: Actor, in house: TestHouse) async throws -> Actor {
        let officer = Officer.ID(actor.id)
        let today = house.clock.today
        let posts = try await house.database.read { try $0.posts(of: officer, in: TestHouse.realm, on: today) }
        return Actor(kind: .officer, id: actor.id, post: try #require(posts.first).id.text)
    }

    @Test(
        "on the day open cases go on with the successor; what was done stays the old one's",
        arguments: StorageEngine.allCases
    )
    func merges(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        let successor = try await Self.successor(in: house)
        let take = AssignStep(
            caseFile: licensing.id,
            seen: try await licensing.version(),
            step: "examine",
            to: .myself
        )
        try await house.submit(take, by: house.officer(.handle))
        let merge = ReorganizeAgency(house.agency, into: successor, .whole, from: Self.day, reason: "演示区机构改革方案")
        try await house.submit(merge, by: Self.clerk)
        #expect(try await house.log.moveSucceededCases(in: TestHouse.realm) == 0)

        house.clock.set(Self.day)
        #expect(try await house.log.moveSucceededCases(in: TestHouse.realm) == 1)
        #expect(try await house.log.moveSucceededCases(in: TestHouse.realm) == 0)
        let state = try await licensing.state()
        #expect(state.opening?.item.agency == successor.text)
        #expect(state.opening?.item.agencyName == "演示区行政审批局")
        // Who had taken the step went over with the agency and keeps it.
        #expect(state.assignees == ["examine": try house.officer(.handle).id])
        let waiting = try await house.log.read(TestHouse.realm) { reading in
            (
                try reading.deskCount(of: house.agency.text, functions: ["examiner", "handler"]),
                try reading.deskCount(of: successor.text, functions: ["examiner", "handler"])
            )
        }
        #expect(waiting == (0, 1))

        await #expect(throws: (any Error).self) { try await licensing.complete("examine", "proposed", by: .handle) }
        let examine = CompleteStep(
            caseFile: licensing.id,
            seen: try await licensing.version(),
            step: "examine",
            outcome: "proposed",
            opinion: "材料齐全，符合法定条件",
            details: .none
        )
        try await house.submit(examine, by: Self.moved(house.officer(.handle), in: house))
        let persons = try await house.log.read(TestHouse.realm) { try $0.responsiblePersons(of: licensing.id) }
        #expect(persons.map(\.postName) == ["窗口受理岗", "窗口受理岗", "承办岗"])
        let posts = try await licensing.state().acts.compactMap(\.post)
        #expect(posts[0] == (try house.officer(.reception).post))
        #expect(posts[2] != (try house.officer(.handle).post))

        // The catalog still names the old agency; a new case begins with the one that exercises the power.
        let next = try await house.apply(name: "李四").caseFile
        #expect(try await house.state(next).state.opening?.item.agency == successor.text)
        let end = try await house.log.read(TestHouse.realm) {
            try $0.state(AgencyEntry.self, house.agency.text).state.agency?.closedOn
        }
        #expect(end == Self.day)
        for report in try await house.log.rebuild(TestHouse.realm, keeping: false) {
            #expect(report.isEqual, "\(report.name)")
        }
    }

    @Test(
        "of an agency that is split, only the cases of the powers that go, go; a step given to who stays is free again"
    )
    func splits() async throws {
        let house = try await TestHouse.open()
        let licensing = LicensingRun(house, try await house.apply().caseFile)
        try await licensing.accept()
        let take = AssignStep(
            caseFile: licensing.id,
            seen: try await licensing.version(),
            step: "examine",
            to: .myself
        )
        try await house.submit(take, by: house.officer(.handle))
        let successor = try await Self.successor(in: house)
        func split(_ items: [String], _ posts: [Directory.Post.ID]) async throws {
            let part = ReorganizeAgency.Extent.part(items: items, posts: posts)
            let command = ReorganizeAgency(house.agency, into: successor, part, from: "2026-03-02", reason: "职能划转")
            try await house.submit(command, by: Self.clerk)
        }
        try await split(["1I9"], [])
        #expect(try await house.log.moveSucceededCases(in: TestHouse.realm) == 0)
        let reviewing = Directory.Post.ID(try #require(try house.officer(.review).post))
        try await split([house.license.text], [reviewing])
        #expect(try await house.log.moveSucceededCases(in: TestHouse.realm) == 1)
        let state = try await licensing.state()
        #expect(state.opening?.item.agency == successor.text)
        #expect(state.assignees.isEmpty)
        let staying = try await house.database.read { reader in
            try reader.officers(ofAgency: house.agency, in: TestHouse.realm, on: "2026-03-02").map(\.id.text)
        }
        #expect(staying.contains(try house.officer(.handle).id))
        #expect(!staying.contains(try house.officer(.review).id))
        // Given back later, the power comes back with its cases, and they stay.
        let back = ReorganizeAgency(
            successor,
            into: house.agency,
            .part(items: [house.license.text], posts: []),
            from: "2026-03-04",
            reason: "职能调整"
        )
        try await house.submit(back, by: Self.clerk)
        house.clock.set("2026-03-04")
        #expect(try await house.log.moveSucceededCases(in: TestHouse.realm) == 1)
        #expect(try await house.log.moveSucceededCases(in: TestHouse.realm) == 0)
        #expect(try await licensing.state().opening?.item.agency == house.agency.text)
    }

    @Test("no power goes round in a circle on one day, over however many agencies; different ones may be exchanged")
    func circle() async throws {
        let house = try await TestHouse.open()
        let second = try await Self.successor(in: house)
        let third = try await Self.successor(in: house, code: "11511602008282000L", named: "演示区综合执法局")
        func give(_ items: [String], _ from: Agency.ID, to goal: Agency.ID) async throws {
            let part = ReorganizeAgency.Extent.part(items: items, posts: [])
            try await house.submit(
                ReorganizeAgency(from, into: goal, part, from: Self.day, reason: "改革"),
                by: Self.clerk
            )
        }
        try await give(["1I1", "1I2"], house.agency, to: second)
        await #expect(throws: DirectoryError.successionCircle(house.agency)) {
            try await give(["1I2"], second, to: house.agency)
        }
        try await give(["1I9"], second, to: house.agency)
        try await give(["1I1"], second, to: third)
        await #expect(throws: DirectoryError.successionCircle(house.agency)) {
            try await give(["1I1"], third, to: house.agency)
        }
        try await give(["1I2"], third, to: house.agency)
        let whole = ReorganizeAgency(third, into: house.agency, .whole, from: Self.day, reason: "改革")
        await #expect(throws: DirectoryError.successionCircle(house.agency)) {
            try await house.submit(whole, by: Self.clerk)
        }
    }

    @Test("a closed case stays with the agency that closed it, and no agency goes on with its own powers")
    func closed() async throws {
        let house = try await TestHouse.open()
        let answer = try await house.apply()
        let party = try #require(try await house.state(answer.caseFile).state.opening?.party)
        let withdraw = WithdrawApplication(caseFile: answer.caseFile, seen: 1, reason: "不再办理")
        try await house.submit(withdraw, by: Actor(kind: .party, id: party))
        let successor = try await Self.successor(in: house)
        let own = ReorganizeAgency(house.agency, into: house.agency, .whole, from: Self.day, reason: "改革")
        await #expect(throws: DirectoryError.successionCircle(house.agency)) {
            try await house.submit(own, by: Self.clerk)
        }
        let merge = ReorganizeAgency(house.agency, into: successor, .whole, from: "2026-03-02", reason: "改革")
        try await house.submit(merge, by: Self.clerk)
        #expect(try await house.log.moveSucceededCases(in: TestHouse.realm) == 0)
        #expect(try await house.state(answer.caseFile).state.opening?.item.agency == house.agency.text)
    }
}
