@testable import Casework
@testable import Catalog
import Directory
import EventLog
import Kernel
import Parties
import TestHouse
import TestSupport
import Testing

@Suite("An investment project is held against the negative list (负面清单)")
struct NegativeListTests {
    private static let rows: [OfficialListRow] = [
        ["钢铁冶炼", "禁止", "不予核准、备案", "演示〔2026〕4号", ""],
        ["混凝土搅拌站", "限制", "只能进入建材产业园", "演示〔2026〕4号", "城市建成区"],
    ]

    /// The house's license asks about the list, which is in force in the division, or in the one that `owner` names.
    private static func house(on engine: StorageEngine = .sqlite, owner: String = "511602") async throws -> TestHouse {
        let house = try await TestHouse.open(on: engine)
        let kinds = try OfficialListKind.shipped()
        let kind = try #require(kinds.first { $0.code == NegativeList.kind })
        let report = SubmissionReport(document: "演示〔2026〕4号", head: "张三", signedOn: "2026-03-02")
        let deeds: [(String, KeepOfficialList.Deed)] = [
            ("clerk", .draft(rows, reason: "首次编制")), ("clerk", .submit(report)),
            ("legal", .publish(from: "2026-03-02")),
        ]
        for (actor, deed) in deeds {
            try await house.submit(KeepOfficialList(kind, of: owner, deed), by: Actor(kind: .officer, id: actor))
        }
        let item = try await house.log.read(TestHouse.realm) { try $0.state(PowerItem.self, house.license.text).state }
        var content = try #require(item.versions.last).content
        content.form = (content.form ?? []) + [FormField(key: "industry", label: "产业类别", kind: .industry)]
        let draft = DraftPowerItem(item: house.license, content: content, reason: "对照负面清单")
        try await house.submit(draft, by: Actor(kind: .officer, id: "clerk"))
        try await house.submit(SubmitPowerItem(item: house.license), by: Actor(kind: .officer, id: "clerk"))
        try await house.submit(ConfirmPowerItem(item: house.license), by: Actor(kind: .officer, id: "legal"))
        let publish = PublishPowerItem(item: house.license, inForceFrom: "2026-03-02")
        try await house.submit(publish, by: Actor(kind: .officer, id: "publisher"))
        return house
    }

    @Test(
        "what is forbidden is refused with its entry, what is restricted or outside is taken",
        arguments: StorageEngine.allCases
    )
    func applying(on engine: StorageEngine) async throws {
        let house = try await Self.house(on: engine)
        let rules = try await house.rules()
        let asked = try #require(rules.form.last)
        #expect(asked.kind == .choice)
        #expect(asked.choices == ["钢铁冶炼（禁止）", "混凝土搅拌站（限制，适用于城市建成区）", NegativeList.outside])
        let steel = try #require(rules.forbidden(["industry": "钢铁冶炼（禁止）"]))
        #expect(steel.entry.measure == "不予核准、备案")
        await #expect(throws: CaseworkError.onNegativeList(field: "产业类别", steel.entry)) {
            try await house.apply(industry: "钢铁冶炼（禁止）")
        }
        await #expect(throws: CaseworkError.answerNotAccepted(field: "产业类别", found: "玩具制造")) {
            try await house.apply(industry: "玩具制造")
        }
        await #expect(throws: CaseworkError.answerMissing(["产业类别"])) { try await house.apply(industry: "") }
        for answer in [NegativeList.outside, "混凝土搅拌站（限制，适用于城市建成区）"] {
            let taken = try await house.apply(industry: answer).caseFile
            let opened = try await house.log.read(TestHouse.realm) { try $0.history(of: taken).first }
            #expect(opened?.envelope.uses["rules"] == "negative-511602@1")
        }
    }

    @Test("the lists of the divisions above bind as well", arguments: ["511600", "510000"])
    func above(owner: String) async throws {
        let house = try await Self.house(owner: owner)
        #expect(try await house.rules().citations == ["negative-\(owner)@1"])
        await #expect(throws: CaseworkError.self) { try await house.apply(industry: "钢铁冶炼（禁止）") }
    }
}

extension TestHouse {
    fileprivate func rules() async throws -> ItemRules {
        try await log.read(TestHouse.realm) { reading in
            let version = try reading.state(PowerItem.self, license.text).state.version(on: "2026-03-02")
            return try reading.itemRules(license, #require(version).content, on: "2026-03-02")
        }
    }

    fileprivate func apply(industry: String) async throws -> SubmitApplication.Answer {
        let command = SubmitApplication(
            item: license,
            channel: .online,
            applicant: .person(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000"),
            submission: Submission(
                answers: [
                    FormAnswer(field: "purpose", label: "申请事由", value: "开办民办幼儿园"),
                    FormAnswer(field: "industry", label: "产业类别", value: industry),
                ],
                materials: [SubmittedMaterial(material: "申请书", attachments: [], isOnPaper: true)]
            ),
            queryDigest: "digest"
        )
        return try await submit(command, by: Actor(kind: .visitor, id: "visitor"))
    }
}
