import Catalog
import Codes
import Directory
import Foundation
import HTML
import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("Where pages of the Hall are")
struct PublicPlaceTests {
    @Test("a page has one address, however it was reached, and says to machines what it is about")
    func canonical() async throws {
        try await HallTestSite().serve { visitor in
            for (path, address) in [
                ("/", "/"), ("/items?category=license&after=x", "/items?category=license"),
                (
                    "/items/511A0138600000-511602000000-000-11511301008778183N-1-00?from=search",
                    "/items/511A0138600000-511602000000-000-11511301008778183N-1-00"
                ),
                ("/decisions?before=2026-03-01", "/decisions"),
                ("/laws?q=许可", "/laws"), ("/open-data", "/open-data"), ("/lists", "/lists"),
            ] {
                try await visitor.go(path)
                #expect(
                    visitor.page.contains("<link rel=\"canonical\" href=\"https://example.org\(address)\">"),
                    "\(path)"
                )
            }
            try await visitor.go("/items/511A0138600000-511602000000-000-11511301008778183N-1-00")
            let blocks = try visitor.linkedData()
            let service = try #require(blocks.first)
            #expect(service["@type"] as? [String] == ["cpsv:PublicService", "schema:GovernmentService"])
            #expect(service["schema:name"] as? String == "民办幼儿园设立审批")
            #expect(
                service["@id"] as? String
                    == "https://example.org/items/511A0138600000-511602000000-000-11511301008778183N-1-00"
            )
            let way = try #require(blocks.last)
            #expect(way["@type"] as? String == "BreadcrumbList")
            #expect((way["itemListElement"] as? [Any])?.count == 3)
            try await visitor.go("/follow")
            #expect(!visitor.page.contains("rel=\"canonical\""), "nobody else's page")
        }
    }

    @Test("nothing in linked data can end the block it stands in")
    func escaped() {
        let block = DataBlock(Array("\"</script><script>alert(1)</script>&\"".utf8)).renderedText
        #expect(block.components(separatedBy: "</script>").count == 2)
        #expect(block.contains("\\u003c/script\\u003e"))
    }

    @Test("the switch leads from the province down to what has items, and says where one is")
    func regions() throws {
        let tree = try DivisionTree(DivisionTable.national())
        let items = [("511602000000", 3), ("511600000000", 2), ("510000000000", 1)]
        func at(_ code: Division.Code?) -> RegionSwitch {
            RegionSwitch(tree, items: items.map { (region: $0.0, count: $0.1) }, chosen: code, on: "2026-03-02") {
                $0?.text ?? "all"
            }
        }
        #expect(at(nil).path.map(\.name) == ["四川省"])
        #expect(at(nil).below.map(\.name) == ["广安市"])
        #expect(at(nil).below.map(\.count) == [5])
        #expect(at("5116").path.map(\.address) == ["510000", "511600"])
        #expect(at("5116").below.map(\.name) == ["广安区"])
        #expect(at("511602").path.last?.count == 3)
        #expect(at("511602").below.isEmpty)
    }

    @Test("the region is kept in the address: the menu leads back to the items of the region")
    func keptRegion() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("/items")
            let address = "/items?division=511602000000"
            #expect(visitor.page.contains("href=\"\(address)\""))
            try await visitor.go(address)
            #expect(visitor.page.contains("<a href=\"\(address)\" aria-current=\"page\">办事事项</a>"))
            #expect(visitor.page.contains("<a href=\"\(address)\" aria-current=\"true\">广安区</a>"))
            #expect(visitor.page.contains("共 1 项"))
        }
    }
}

extension Visitor {
    /// The linked data of the page, block by block.
    fileprivate func linkedData() throws -> [[String: Any]] {
        try page.components(separatedBy: "<script type=\"application/ld+json\">").dropFirst().map { part in
            let text = try #require(part.components(separatedBy: "</script>").first)
            let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
            return try #require(value as? [String: Any])
        }
    }
}
