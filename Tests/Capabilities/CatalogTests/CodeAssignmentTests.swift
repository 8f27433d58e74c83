import Catalog
import Codes
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("An item without a code is given the next of its division when it is confirmed")
struct CodeAssignmentTests {
    private static func content(_ name: String) -> ItemContent {
        var content = CatalogLog.license()
        content.code = ""
        content.name = name
        content.division = "511602000000"
        content.agency = AgencyReference(code: "11511301008778183N", name: "演示区教育局")
        return content
    }

    private func confirmed(_ content: ItemContent, in catalog: CatalogLog) async throws -> PowerItem.ID {
        let key = content.name
        let id = try await catalog.submit(DraftPowerItem(item: nil, content: content), by: "A", key: "draft \(key)")
        try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "submit \(key)")
        try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm \(key)")
        return id
    }

    private func code(of id: PowerItem.ID, in catalog: CatalogLog) async throws -> String? {
        try await catalog.log.read(CatalogLog.realm) { try $0.state(PowerItem.self, id.text).state.code }
    }

    @Test(
        "codes count on, a used one is never given again, not even after abolition",
        arguments: StorageEngine.allCases
    )
    func assigned(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let suffix = "000-511602000000-000-11511301008778183N-1-00"
        let first = try await confirmed(Self.content("民办幼儿园设立"), in: catalog)
        #expect(try await code(of: first, in: catalog) == "511A05001\(suffix)")
        let today: Day = CatalogLog.today
        try await catalog.submit(PublishPowerItem(item: first, inForceFrom: today), by: "C", key: "publish")
        try await catalog.abolish(first, from: today + 1)
        let second = try await confirmed(Self.content("民办小学设立"), in: catalog)
        #expect(try await code(of: second, in: catalog) == "511A05002\(suffix)")
        var third = Self.content("民办初中设立")
        third.code = "511A05001\(suffix)"
        await #expect(throws: CatalogError.codeTaken(third.code)) {
            try await catalog.submit(DraftPowerItem(item: nil, content: third), by: "A", key: "again")
        }
        let found = try await catalog.log.read(CatalogLog.realm) { try $0.powerItem(code: "511A05002\(suffix)")?.id }
        #expect(found == second)
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("an implementation bears the code of its standard, and one body implements it once")
    func implemented() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let national = "000105001000"
        var content = Self.content("民办幼儿园设立")
        content.code = national
        content.division = "510000000000"
        let standard = try await confirmed(content, in: catalog)
        try await catalog.submit(
            PublishPowerItem(item: standard, inForceFrom: CatalogLog.today),
            by: "C",
            key: "publish the standard"
        )
        try await catalog.submit(DefineStandard(item: standard, locked: [.name]), by: "B", key: "define")
        var own = Self.content("民办幼儿园设立")
        own.standard = StandardReference(item: standard, version: 1)
        let draft = DraftPowerItem(item: nil, content: own)
        let first = try await catalog.submit(draft, by: "A", key: "draft own")
        try await catalog.submit(SubmitPowerItem(item: first), by: "A", key: "submit own")
        try await catalog.submit(ConfirmPowerItem(item: first), by: "B", key: "confirm own")
        let key = "\(national)-511602000000-000-11511301008778183N-1-00"
        #expect(try await code(of: first, in: catalog) == key)
        let twin = try await catalog.submit(draft, by: "A", key: "draft twin")
        try await catalog.submit(SubmitPowerItem(item: twin), by: "A", key: "submit twin")
        await #expect(throws: CatalogError.codeTaken(key)) {
            try await catalog.submit(ConfirmPowerItem(item: twin), by: "B", key: "confirm twin")
        }
    }

    @Test("who has no place in the scheme is told so, and nothing is confirmed")
    func none() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        var content = Self.content("无规则的事项")
        content.agency = AgencyReference(code: "11511301008778183N", name: "演示区某某中心")
        let id = try await catalog.submit(DraftPowerItem(item: nil, content: content), by: "A", key: "draft")
        try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "submit")
        await #expect(throws: CatalogError.noCode(category: .license, agency: "演示区某某中心")) {
            try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm")
        }
    }
}
