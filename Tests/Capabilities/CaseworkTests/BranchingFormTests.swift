import Catalog
import EventLog
import Kernel
import Parties
import TestHouse
import TestSupport
import Testing

@testable import Casework

@Suite("Applying with a form that branches and repeats")
struct BranchingFormTests {
    private static func house(on engine: StorageEngine = .sqlite) async throws -> TestHouse {
        let house = try await TestHouse.open(on: engine)
        try await house.revise(house.license) { $0.form = TestHouse.branchingForm }
        return house
    }

    @Test("what is asked must be answered; what is not asked is not kept", arguments: StorageEngine.allCases)
    func asked(on engine: StorageEngine) async throws {
        let house = try await Self.house(on: engine)
        let answers = TestHouse.branchingAnswers
        await #expect(throws: CaseworkError.answerMissing(["出租人"])) {
            try await house.apply(answers.filter { $0.key != "landlord" })
        }
        await #expect(throws: CaseworkError.answerMissing(["活动室 1：床位数"])) {
            try await house.apply(answers.filter { $0.key != "rooms.1.beds" })
        }
        await #expect(throws: CaseworkError.answerMissing(["活动室 1：用途", "活动室 1：是否兼作寝室"])) {
            try await house.apply(answers.filter { !$0.key.hasPrefix("rooms.") })
        }
        await #expect(throws: CaseworkError.answerNotAccepted(field: "活动室 2：是否兼作寝室", found: "也许")) {
            try await house.apply(answers.merging(["rooms.2.sleeps": "也许"]) { $1 })
        }
        let taken = try await house.apply(answers.merging(["rented": "否", "area": "20"]) { $1 })
        let kept = try await house.state(taken).state.submission?.stated ?? [:]
        #expect(kept["landlord"] == nil && kept["exits"] == nil, "moot answers are not kept")
        #expect(kept["rooms.1.beds"] == "30" && kept["rooms.2.use"] == "音乐")
        #expect(try await house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("a group takes no more rows than its definition says")
    func overfull() async throws {
        let house = try await Self.house()
        var answers = TestHouse.branchingAnswers
        for row in 3...4 { (answers["rooms.\(row).use"], answers["rooms.\(row).sleeps"]) = ("活动", "否") }
        await #expect(throws: CaseworkError.answerNotAccepted(field: "活动室", found: "4 项（应为1 至 3 项）")) {
            try await house.apply(answers)
        }
    }
}

extension TestHouse {
    fileprivate func apply(_ answers: [String: String]) async throws -> CaseFile.ID {
        let form = AskedForm(TestHouse.branchingForm, answers).questions.map(\.field)
        let labels = Dictionary(form.map { ($0.key, $0.label) }) { first, _ in first }
        let command = SubmitApplication(
            item: license,
            channel: .online,
            applicant: .person(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000"),
            submission: Submission(
                answers: answers.sorted { $0.key < $1.key }.map {
                    FormAnswer(field: $0.key, label: labels[$0.key] ?? $0.key, value: $0.value)
                },
                materials: [SubmittedMaterial(material: "申请书", attachments: [], isOnPaper: true)]
            ),
            queryDigest: "digest"
        )
        return try await submit(command, by: Actor(kind: .visitor, id: "visitor")).caseFile
    }
}
