import Catalog
import Codes
import EventLog
import Kernel
import Law
import TestSupport
import Testing

@Suite("The catalog as open data")
struct OpenDataTests {
    /// Listed today; published from 1 December, otherwise from 1 January, abolished from 1 March.
    private func life(on engine: StorageEngine, secondIsSecret: Bool = false) async throws -> CatalogLog {
        let catalog = try await CatalogLog(on: engine)
        let list = "code,name,category\nK1,放风筝,1\nK2,收风筝,1\n"
        _ = try await catalog.load(
            ItemReader.read(Array(list.utf8), format: .csv, known: ListKnowledge(try .national()))
        )
        let item = try await catalog.log.read(CatalogLog.realm) { try $0.powerItem(code: "K1")?.id }
        let id = try #require(item)
        for (name, day) in [("放飞许可", "2026-12-01"), ("放飞许可（新）", "2027-01-01")] as [(String, Day)] {
            var content = CatalogLog.license("K1", name)
            if secondIsSecret, day > "2026-12-01" {
                content.secrecy = SecrecyGround(
                    basis: LegalBasis("保守国家秘密法", 13),
                    reason: "涉密",
                    decidedBy: "保密局"
                )
            }
            let draft = DraftPowerItem(item: id, content: content, reason: "调整")
            try await catalog.submit(draft, by: "A", key: "draft \(day)")
            try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "submit \(day)")
            try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm \(day)")
            try await catalog.submit(PublishPowerItem(item: id, inForceFrom: day), by: "C", key: "publish \(day)")
        }
        try await catalog.abolish(id, from: "2027-03-01")
        return catalog
    }

    private func names(_ catalog: CatalogLog, on day: Day, limit: Int = 10) async throws -> [String] {
        var names: [String] = []
        var place: String? = ""
        while let after = place {
            let page = try await catalog.log.read(CatalogLog.realm) { reading in
                try reading.openItems(on: day, after: after, limit: limit)
            }
            names += page.items.map(\.content.name)
            place = page.next
        }
        return names
    }

    @Test("a day's catalog holds what was open that day", arguments: StorageEngine.allCases)
    func days(on engine: StorageEngine) async throws {
        let catalog = try await life(on: engine)
        let expected: [(Day, [String])] = [
            ("2026-11-21", []), ("2026-11-22", ["放风筝", "收风筝"]), ("2026-11-30", ["放风筝", "收风筝"]),
            ("2026-12-01", ["放飞许可", "收风筝"]), ("2026-12-31", ["放飞许可", "收风筝"]),
            ("2027-01-01", ["放飞许可（新）", "收风筝"]), ("2027-02-28", ["放飞许可（新）", "收风筝"]), ("2027-03-01", ["收风筝"]),
        ]
        for (day, open) in expected {
            #expect(try await names(catalog, on: day) == open, "\(day)")
            #expect(try await names(catalog, on: day, limit: 1) == open, "\(day), one at a time")
        }
    }

    @Test("what is secret now stands in the files of no day, nor in what changed", arguments: StorageEngine.allCases)
    func secret(on engine: StorageEngine) async throws {
        let catalog = try await life(on: engine, secondIsSecret: true)
        for day in ["2026-11-22", "2026-12-01", "2027-01-01", "2027-03-01"] as [Day] {
            #expect(try await names(catalog, on: day) == ["收风筝"], "\(day)")
        }
        let changes = try await catalog.log.read(CatalogLog.realm) { try $0.catalogChanges(limit: 10) }
        #expect(changes.map(\.kind) == [.listed(source: "测试清单", count: 1)])
    }

    @Test("every change is told, the newest first", arguments: StorageEngine.allCases)
    func changes(on engine: StorageEngine) async throws {
        let catalog = try await life(on: engine)
        let changes = try await catalog.log.read(CatalogLog.realm) { try $0.catalogChanges(limit: 10) }
        #expect(
            changes.map(\.kind) == [
                .abolished(from: "2027-03-01", ground: "法律修改（国发〔2026〕1号）"), .published(version: 2, from: "2027-01-01"),
                .published(version: 1, from: "2026-12-01"), .listed(source: "测试清单", count: 2),
            ]
        )
        #expect(changes.allSatisfy { $0.on == CatalogLog.today })
        let newest = try await catalog.log.read(CatalogLog.realm) { try $0.catalogChanges(limit: 2) }
        #expect(newest == Array(changes.prefix(2)))
    }

    @Test("columns have the national names, and say what is stated and no more")
    func fields() async throws {
        let catalog = try await life(on: .sqlite)
        let page = try await catalog.log.read(CatalogLog.realm) { reading in
            try reading.openItems(on: "2026-12-01", after: "", limit: 10)
        }
        let names = CatalogField.all.map(\.code)
        #expect(Set(names).count == names.count)
        func row(_ item: OpenItem) -> [String: String] {
            Dictionary(
                uniqueKeysWithValues: CatalogField.all.compactMap { field in
                    field.value(of: item).map { (field.code, $0) }
                }
            )
        }
        let license = row(try #require(page.items.first))
        #expect(license["task_code"] == "K1")
        #expect(license["by_law"] == "《风筝法》第三条")
        #expect(license["anticipate_day"] == "20")
        #expect(license["anticipate_type"] == "工作日")
        #expect(license["promise_day"] == "10")
        #expect(license["is_fee"] == "否")
        #expect(license["task_version"] == "1")
        #expect(license["plan_effective_date"] == "2026-12-01")
        #expect(license["plan_cancel_date"] == "2027-01-01")
        let listed = row(try #require(page.items.last))
        #expect(listed["task_state"] == "已导入、未确认")
        #expect(listed["is_fee"] == nil)
        #expect(listed["data_source"] == "测试清单")
    }
}
