@testable import Catalog
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("A standard is defined once, and those who adopt it keep what it holds fast")
struct StandardTests {
    private static let agency = AgencyReference(code: "11511301008778183N", name: "演示区教育局")

    private func published(_ content: ItemContent, _ key: String, in catalog: CatalogLog) async throws -> PowerItem.ID {
        let id = try await catalog.submit(DraftPowerItem(item: nil, content: content), by: "A", key: "draft \(key)")
        try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "submit \(key)")
        try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm \(key)")
        let publish = PublishPowerItem(item: id, inForceFrom: CatalogLog.today)
        try await catalog.submit(publish, by: "C", key: "publish \(key)")
        return id
    }

    private func standard(_ id: PowerItem.ID, in catalog: CatalogLog) async throws -> StandardItem {
        try await catalog.log.read(CatalogLog.realm) { try $0.state(StandardItem.self, id.text).state }
    }

    @Test(
        "what is locked is inherited, what deviates is refused when it is handed in, and a new version is told",
        arguments: StorageEngine.allCases
    )
    func adopted(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let id = try await published(CatalogLog.license(), "standard", in: catalog)
        let define = DefineStandard(item: id, locked: [.name, .bases, .materials, .code])
        #expect(try await catalog.submit(define, by: "B", key: "define") == 1)
        await #expect(throws: CatalogError.unchanged) { try await catalog.submit(define, by: "B", key: "define again") }
        let first = try #require(try await standard(id, in: catalog).current)
        #expect(first.locked == [.name, .bases, .materials], "whose code it is, is never the standard's")

        var content = first.implementation(of: id, by: Self.agency, in: "511602000000")
        #expect(content.place == nil)
        #expect(content.name == CatalogLog.license().name)
        content.code = "DEMO-1"
        content.place = "政务服务中心"
        var renamed = content
        renamed.name = "另一个名称"
        let draft = try await catalog.submit(DraftPowerItem(item: nil, content: renamed), by: "A", key: "other")
        let faults = first.deviations(of: renamed)
        #expect(faults.map(\.field) == [.name])
        await #expect(throws: CatalogError.incomplete(faults)) {
            try await catalog.submit(SubmitPowerItem(item: draft), by: "A", key: "other submit")
        }
        #expect(first.imposed(on: renamed) == content)

        content.code = "DEMO-2"
        let adopted = try await published(content, "own", in: catalog)
        let found = try await catalog.log.read(CatalogLog.realm) {
            (try $0.standards(), try $0.implementations(of: id))
        }
        #expect(found.0.map(\.implementations) == [1])
        #expect(found.0.map(\.outdated) == [0])
        #expect(found.1.map(\.item) == [adopted])
        #expect(found.1.map(\.outdatedSince) == [nil])

        let wider = DefineStandard(item: id, locked: [.name, .bases, .materials, .conditions])
        #expect(try await catalog.submit(wider, by: "B", key: "define 2") == 2)
        #expect(try await catalog.log.read(CatalogLog.realm) { try $0.standards() }.map(\.outdated) == [1])
        let outdated = try await catalog.log.read(CatalogLog.realm) { reading in
            (try reading.outdatedImplementations(), try reading.implementations(of: id))
        }
        #expect(outdated.0.map(\.item) == [adopted])
        #expect(outdated.0.map { [$0.version, $0.newest] } == [[1, 2]])
        #expect(outdated.0.map(\.outdatedSince) == [CatalogLog.today])
        #expect(outdated.1.map(\.outdatedSince) == [CatalogLog.today])
        await #expect(throws: CatalogError.standardAdopted(code: "DEMO-2")) {
            try await catalog.submit(DefineStandard(item: adopted, locked: [.name]), by: "B", key: "chain")
        }
        try await catalog.abolish(adopted, from: CatalogLog.today + 1)
        #expect(try await catalog.log.read(CatalogLog.realm) { try $0.standards() }.map(\.implementations) == [0])
        #expect(try await catalog.log.read(CatalogLog.realm) { try $0.outdatedImplementations() }.isEmpty)
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("a promise may be shorter than the standard's and never longer")
    func promise() throws {
        var content = CatalogLog.license()
        content.promisedLimit = .workingDays(10)
        let version = StandardItem.Version(
            number: 1,
            content: content,
            locked: [.name],
            definedOn: CatalogLog.today,
            definedBy: "B"
        )
        for (days, isLonger) in [(9, false), (10, false), (11, true)] {
            content.promisedLimit = .workingDays(days)
            let expected: [ItemField] = isLonger ? [.promisedLimit] : []
            #expect(version.deviations(of: content).map(\.field) == expected)
        }
    }

    @Test("only a published item with something to hold fast becomes a standard")
    func refused() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let id = try await catalog.submit(DraftPowerItem(item: nil, content: CatalogLog.license()), by: "A", key: "1")
        await #expect(throws: CatalogError.wrongStage(expected: "published", found: "none")) {
            try await catalog.submit(DefineStandard(item: id, locked: [.name]), by: "B", key: "2")
        }
        let other = try await published(
            {
                var other = CatalogLog.license(); other.code = "DEMO-9"; return other
            }(),
            "other",
            in: catalog
        )
        await #expect(throws: CatalogError.nothingLocked) {
            try await catalog.submit(DefineStandard(item: other, locked: [.code]), by: "B", key: "3")
        }
    }
}
