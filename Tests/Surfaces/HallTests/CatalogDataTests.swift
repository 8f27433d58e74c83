import Catalog
import Foundation
import Interchange
import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("The catalog to take away")
struct CatalogDataTests {
    @Test("every format holds the same items, under the national names")
    func formats() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/open-data/catalog.csv")
            #expect(visitor.status == 200)
            var table = try CSVTable(Array(visitor.page.utf8), needs: ["task_code"])
            var codes: [String] = []
            while let row = try table.next() { codes.append(try #require(row["task_code"])) }
            #expect(codes == codes.sorted())
            #expect(codes.contains { $0.hasPrefix("511A0138600000") })
            try await visitor.go("/open-data/catalog.json")
            let objects = try JSONDecoder().decode([[String: String]].self, from: Data(visitor.page.utf8))
            #expect(objects.compactMap { $0["task_code"] } == codes)
            #expect(Set(objects.flatMap(\.keys)).isSubset(of: try CatalogTable(.items).columns.map(\.code)))
            try await visitor.go("/open-data/catalog.jsonld")
            let graph = try #require(JSONSerialization.jsonObject(with: Data(visitor.page.utf8)) as? [String: Any])
            let services = try #require(graph["@graph"] as? [[String: Any]])
            #expect(services.compactMap { $0["dct:identifier"] as? String } == codes)
            #expect(services.allSatisfy { $0["@type"] as? String == "cpsv:PublicService" })
            #expect((services.first?["@id"] as? String)?.hasPrefix("https://example.org/items/") == true)
            try await visitor.go("/open-data/catalog.xlsx")
            #expect(visitor.status == 200)
            for code in codes { #expect(visitor.page.contains(code)) }
        }
    }

    @Test("materials and charges are files of their own, a row each, in every format")
    func parts() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/open-data/catalog.materials.csv")
            #expect(visitor.status == 200)
            let columns = ["task_code", "material_name", "accept_standard", "order_num"]
            var table = try CSVTable(Array(visitor.page.utf8), needs: columns)
            var names: [String] = []
            while let row = try table.next() { names.append(try #require(row["material_name"])) }
            #expect(!names.isEmpty)
            try await visitor.go("/open-data/catalog.materials.json")
            let objects = try JSONDecoder().decode([[String: String]].self, from: Data(visitor.page.utf8))
            #expect(objects.compactMap { $0["material_name"] } == names)
            try await visitor.go("/open-data/catalog.charges.xlsx")
            #expect(visitor.status == 200)
            #expect(visitor.page.contains("fee_reduction_basis"))
            try await visitor.go("/open-data")
            #expect(visitor.page.contains("href=\"/open-data/catalog.materials.xlsx\""))
            try await visitor.go("/open-data/catalog-dictionary.csv")
            for words in ["punish_class,处罚种类,", "accept_standard,申请材料：受理标准,", "fee_reducible,收费项目："] {
                #expect(visitor.page.contains(words), "\(words)")
            }
        }
    }

    @Test(
        "a day that has come has its file, with the names of the columns at least",
        arguments: [
            ("2026-03-02", 200), ("1999-01-01", 200), ("", 200), ("2999-01-01", 404), ("2026-02-30", 404), ("x", 404),
        ] as [(String, Int)]
    )
    func days(day: String, status: Int) async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/open-data/catalog.csv?on=\(day)")
            #expect(visitor.status == status)
            guard status == 200 else { return }
            #expect(visitor.page.contains("row_guid,task_code"))
            #expect(visitor.page.contains("511A0138600000") == (day != "1999-01-01"))
        }
    }

    @Test("the page offers files of any day, the dictionary and the feed, and says when there is no such day")
    func page() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/items")
            #expect(visitor.page.contains("href=\"/open-data\""))
            try await visitor.go("/open-data?on=2026-03-01")
            #expect(visitor.page.contains("href=\"/open-data/catalog.jsonld?on=2026-03-01\""))
            try await visitor.go("/open-data?on=2999-03-01")
            #expect(visitor.page.contains("没有这一天的目录"))
            #expect(visitor.page.contains("href=\"/open-data/catalog.csv\""))
            try await visitor.go("/open-data/catalog-dictionary.csv")
            #expect(visitor.page.contains("by_law,设定依据,"))
            try await visitor.go("/items")
            #expect(visitor.page.contains("href=\"/announcements/catalog\""))
            try await visitor.go("/announcements/catalog")
            #expect(visitor.status == 200)
            for words in ["目录调整公告", "新增", "第 1 版，自", "href=\"/items/511A0138600000"] {
                #expect(visitor.page.contains(words), "\(words)")
            }
            try await visitor.go("/feeds/catalog.atom")
            #expect(visitor.page.contains("<title>公布："))
            #expect(visitor.page.contains("https://example.org/items/"))
        }
    }
}
