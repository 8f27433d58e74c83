import Catalog
import EventLog
import Kernel
import Law
import TestSupport
import Testing

@Suite("From draft to publication")
struct DraftingTests {
    private func published(
        _ catalog: CatalogLog,
        _ content: ItemContent = CatalogLog.license(),
        from day: Day = CatalogLog.today
    ) async throws -> PowerItem.ID {
        let id = try await catalog.submit(DraftPowerItem(item: nil, content: content), by: "A", key: "draft")
        try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "submit")
        try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm")
        try await catalog.submit(PublishPowerItem(item: id, inForceFrom: day), by: "C", key: "publish")
        return id
    }

    @Test("an item is executable only once it is confirmed, published and in force", arguments: StorageEngine.allCases)
    func executable(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let code = CatalogLog.license().code
        let day: Day = "2026-12-01"
        func refusal(_ item: PowerItem, on day: Day) -> CatalogError? {
            do {
                _ = try item.requireExecutable(on: day, under: [:])
                return nil
            } catch {
                return error
            }
        }
        let draft = DraftPowerItem(item: nil, content: CatalogLog.license())
        let id = try await catalog.submit(draft, by: "A", key: "1")
        #expect(try await refusal(catalog.item(id), on: day) == .notExecutable(code: code, on: day, .notConfirmed))
        try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "2")
        #expect(try await refusal(catalog.item(id), on: day) == .notExecutable(code: code, on: day, .notConfirmed))
        try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "3")
        #expect(try await refusal(catalog.item(id), on: day) == .notExecutable(code: code, on: day, .notPublished))
        try await catalog.submit(PublishPowerItem(item: id, inForceFrom: day), by: "C", key: "4")
        let item = try await catalog.item(id)
        #expect(
            refusal(item, on: "2026-11-30")
                == .notExecutable(code: code, on: "2026-11-30", .notYetInForce(from: day))
        )
        #expect(try item.requireExecutable(on: day, under: [:]).citation == "\(code)@1")
        try await catalog.abolish(id, from: "2026-12-31")
        let ended = try await catalog.item(id)
        #expect(try ended.requireExecutable(on: "2026-12-30", under: [:]).number == 1)
        #expect(
            refusal(ended, on: "2026-12-31")
                == .notExecutable(code: code, on: "2026-12-31", .abolished(on: "2026-12-31"))
        )
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test(
        "drafting, confirming and publishing take three people",
        arguments: [
            ("A", "A", "C", CatalogError.Role.confirmer, CatalogError.Role.drafter),
            ("S", "S", "C", .confirmer, .submitter),
            ("A", "B", "A", .publisher, .drafter),
            ("S", "B", "S", .publisher, .submitter),
            ("A", "B", "B", .publisher, .confirmer),
        ] as [(String, String, String, CatalogError.Role, CatalogError.Role)]
    )
    func people(
        submitter: String,
        confirmer: String,
        publisher: String,
        role: CatalogError.Role,
        held: CatalogError.Role
    ) async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let draft = DraftPowerItem(item: nil, content: CatalogLog.license())
        let id = try await catalog.submit(draft, by: "A", key: "1")
        try await catalog.submit(SubmitPowerItem(item: id), by: submitter, key: "2")
        let actor = role == .confirmer ? confirmer : publisher
        await #expect(throws: CatalogError.samePerson(actor: actor, role: role, heldRole: held)) {
            try await catalog.submit(ConfirmPowerItem(item: id), by: confirmer, key: "3")
            try await catalog.submit(
                PublishPowerItem(item: id, inForceFrom: CatalogLog.today),
                by: publisher,
                key: "4"
            )
        }
    }

    @Test("a returned draft is written again by another, and both are barred from confirming")
    func returned() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let draft = DraftPowerItem(item: nil, content: CatalogLog.license())
        let id = try await catalog.submit(draft, by: "A", key: "1")
        try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "2")
        try await catalog.submit(ReturnPowerItem(item: id, reason: "条件不全"), by: "B", key: "3")
        #expect(try await catalog.item(id).draft?.returnReason == "条件不全")
        var content = CatalogLog.license()
        content.conditions = ["有风筝", "有空地"]
        try await catalog.submit(DraftPowerItem(item: id, content: content), by: "B", key: "4")
        try await catalog.submit(SubmitPowerItem(item: id), by: "B", key: "5")
        for drafter in ["A", "B"] {
            await #expect(throws: CatalogError.self) {
                try await catalog.submit(ConfirmPowerItem(item: id), by: drafter, key: "6")
            }
        }
        try await catalog.submit(ConfirmPowerItem(item: id), by: "C", key: "7")
        #expect(try await catalog.item(id).draft?.stage.name == "confirmed")
    }

    @Test("a draft that lacks what the law wants published, or promises more than the statute, is not submitted")
    func incomplete() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        var content = CatalogLog.license()
        content.materials = nil
        content.promisedLimit = .workingDays(30)
        let id = try await catalog.submit(DraftPowerItem(item: nil, content: content), by: "A", key: "1")
        let faults = [
            ContentFault(.materials, expected: "已填写", found: "未填报"),
            ContentFault(.promisedLimit, expected: "不超过20个工作日", found: "30个工作日"),
        ]
        await #expect(throws: CatalogError.incomplete(faults)) {
            try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "2")
        }
        #expect(content.unstated.contains(.materials))
        #expect(!content.unstated.contains(.secrecy))
    }

    @Test(
        "versions follow each other: the old one ends when the new one begins, and neither is changed",
        arguments: StorageEngine.allCases
    )
    func versions(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let id = try await published(catalog)
        var content = CatalogLog.license()
        content.promisedLimit = .workingDays(5)
        await #expect(throws: CatalogError.reasonMissing) {
            try await catalog.submit(DraftPowerItem(item: id, content: content), by: "A", key: "v1")
        }
        await #expect(throws: CatalogError.unchanged) {
            let same = DraftPowerItem(item: id, content: CatalogLog.license(), reason: "无")
            try await catalog.submit(same, by: "A", key: "v2")
        }
        try await catalog.submit(DraftPowerItem(item: id, content: content, reason: "提速"), by: "A", key: "v3")
        try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "v4")
        try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "v5")
        let tooEarly = PublishPowerItem(item: id, inForceFrom: CatalogLog.today)
        await #expect(throws: CatalogError.dayTooEarly(found: "2026-11-22", earliest: "2026-11-23")) {
            try await catalog.submit(tooEarly, by: "C", key: "v6")
        }
        try await catalog.submit(PublishPowerItem(item: id, inForceFrom: "2026-12-01"), by: "C", key: "v7")
        let item = try await catalog.item(id)
        #expect(try item.requireExecutable(on: "2026-11-30", under: [:]).content.promisedLimit == .workingDays(10))
        #expect(try item.requireExecutable(on: "2026-12-01", under: [:]).content.promisedLimit == .workingDays(5))
        let listed = try await catalog.log.read(CatalogLog.realm) { try $0.itemVersions(id) }
        #expect(listed.map(\.inForceUntil) == ["2026-12-01", nil])
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test(
        "a secret item runs on its recorded ground and stays out of every public view",
        arguments: StorageEngine.allCases
    )
    func secret(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        var content = CatalogLog.license("511A0999900000", "密事项")
        content.secrecy = SecrecyGround(
            basis: LegalBasis("政府信息公开条例", 14),
            reason: "国家秘密",
            decidedBy: "区保密局"
        )
        let id = try await published(catalog, content)
        let version = try await catalog.item(id).requireExecutable(on: CatalogLog.today, under: [:])
        #expect(!version.isPublic)
        let search = CatalogSearch()
        let found = try await catalog.log.read(CatalogLog.realm) { reading in
            [
                try search.search(CatalogQuery("密事项"), in: reading).total,
                try search.search(CatalogQuery("密事项", audience: .officers), in: reading).total,
            ]
        }
        #expect(found == [0, 1])
    }

    @Test("only officers act, on items there are, on what they saw")
    func refusals() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let visitor = Act(realm: CatalogLog.realm, actor: Actor(kind: .visitor, id: "V"), key: "1")
        await #expect(throws: CatalogError.officerRequired(found: .visitor)) {
            try await catalog.log.submit(DraftPowerItem(item: nil, content: CatalogLog.license()), as: visitor)
        }
        await #expect(throws: CatalogError.unknownItem("none")) {
            try await catalog.submit(SubmitPowerItem(item: PowerItem.ID("none")), by: "A", key: "2")
        }
        let id = try await published(catalog)
        await #expect(throws: CatalogError.wrongStage(expected: "submitted", found: "none")) {
            try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "3")
        }
        await #expect(throws: EventLogError.self) {
            let stale = SubmitPowerItem(item: id, seen: 1)
            try await catalog.submit(stale, by: "C", key: "4")
        }
        await #expect(throws: CatalogError.codeTaken(CatalogLog.license().code)) {
            let twin = DraftPowerItem(item: nil, content: CatalogLog.license())
            try await catalog.submit(twin, by: "A", key: "5")
        }
    }
}
