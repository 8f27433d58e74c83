import Catalog
import Codes
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("The catalog")
struct CatalogTests {
    private func listing(_ text: String) throws -> ItemReading {
        ItemReader.read(Array(text.utf8), format: .csv, known: ListKnowledge(try .national()))
    }

    @Test("the whole list is taken in one act, the same list again changes nothing", arguments: StorageEngine.allCases)
    func list(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let reading = try DemonstrationCatalog.listed(.national())
        let report = try await catalog.load(reading)
        #expect(report.loaded == 753)
        #expect(report.refused == 0)
        #expect(report.warnings > 0)
        let again = try await catalog.load(reading, key: "again")
        #expect(again.loaded == 0)
        #expect(again.unchanged == 753)
        let counts = try await catalog.log.read(CatalogLog.realm) { try $0.catalogCounts() }
        #expect(counts.map(\.count).reduce(0, +) == 753)
        #expect(Set(counts.compactMap(\.agencyName)).count == 27)
        let search = CatalogSearch()
        let totals = try await catalog.log.read(CatalogLog.realm) { reading in
            try ["教师", "许可", "户口", "511A0138600000"].map { try search.search(CatalogQuery($0), in: reading).total }
        }
        #expect(totals[0] == 4)
        #expect(totals[1] > 50)
        #expect(totals[2] >= 7)
        #expect(totals[3] == 1)
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("nothing is loaded unless all is good or a part is asked for", arguments: StorageEngine.allCases)
    func partial(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let reading = try listing("code,name,category\nA1,甲,1\n,乙,1\nA3,丙,1\n")
        await #expect(throws: CatalogError.importRefused(reading.faults)) { try await catalog.load(reading) }
        #expect(try await catalog.log.read(CatalogLog.realm) { try $0.powerItem(code: "A1")?.id } == nil)
        let report = try await catalog.load(reading, isPartial: true, key: "partial")
        #expect(report.loaded == 2)
        #expect(report.refused == 1)
        let changed = try listing("code,name,category\nA1,改名了,1\n")
        let error = await #expect(throws: CatalogError.self) { try await catalog.load(changed, key: "changed") }
        guard case .importRefused(let faults)? = error else {
            Issue.record("expected importRefused")
            return
        }
        #expect(
            faults.map(\.line) == [
                "row 2, column code: expected 目录中没有的编码, found A1，是“甲”的编码"
            ]
        )
    }

    @Test("an imported item keeps its doubts with the reason and takes no cases", arguments: StorageEngine.allCases)
    func imported(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        _ = try await catalog.load(try listing("code,name,category\nA1,甲,99\n"))
        let found = try await catalog.log.read(CatalogLog.realm) { try $0.powerItem(code: "A1")?.item.state }
        let item = try #require(found)
        #expect(item.origin?.doubts.map(\.reason).contains("来源如此") == true)
        #expect(item.origin?.on == CatalogLog.today)
        #expect(item.content(on: CatalogLog.today)?.unstated.contains(.bases) == true)
        #expect(throws: CatalogError.notExecutable(code: "A1", on: CatalogLog.today, .notConfirmed)) {
            try item.requireExecutable(on: CatalogLog.today, under: [:])
        }
    }

    @Test("the completed items of the demonstration are lawful, published and found", arguments: StorageEngine.allCases)
    func demonstration(on engine: StorageEngine) async throws {
        let completed = try DemonstrationCatalog.completed()
        #expect(completed.count == 15)
        #expect(completed.flatMap(\.faults) == [])
        #expect(completed.allSatisfy { $0.remark?.contains("演示") == true })
        #expect(completed.filter { $0.category == .license && $0.form?.isEmpty == false }.count >= 6)
        let catalog = try await CatalogLog(on: engine)
        let officers = DemonstrationCatalog.Officers(
            drafter: CatalogLog.officer("A"),
            confirmer: CatalogLog.officer("B"),
            publisher: CatalogLog.officer("C")
        )
        for _ in 0..<2 {
            let items = try await DemonstrationCatalog.load(
                into: catalog.log,
                realm: CatalogLog.realm,
                officers: officers,
                inForceFrom: CatalogLog.today,
                agencies: ["区住建局": "01A"]
            )
            #expect(items.count == 15)
        }
        let search = CatalogSearch()
        let first = try await catalog.log.read(CatalogLog.realm) { reading in
            try search.search(CatalogQuery("公共场所卫生许可"), in: reading).entries.first
        }
        #expect(first?.standing == .published)
        #expect(first?.version == 1)
    }
}
