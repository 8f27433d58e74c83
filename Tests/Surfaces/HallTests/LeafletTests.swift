import Documents
import Kernel
import TestSupport
import Testing

@testable import Hall

@Suite("Leaflets")
struct LeafletTests {
    @Test("one page says what to bring and whom to complain to; its metadata name no person")
    func page() async throws {
        let site = try await HallTestSite()
        let code = String(ApplyTests.item.dropFirst("/items/".count))
        let item = try #require(try await PublicItem.read(code, from: site.parts))
        let leaflet = ItemLeaflet(
            item: item,
            division: "演示区",
            address: "https://example.org/items/\(code)",
            today: "2026-03-02",
            isDemonstration: true
        )
        let printed = try Printed(try await DocumentRenderer().render(leaflet.document))
        #expect(printed.pages == 1)
        #expect(printed.title == "民办幼儿园设立审批办事明白卡")
        for words in ["演示区教育局", "法定20个工作日", "要准备的材料", "您的权利", "2026年3月2日印制"] {
            #expect(printed.text.contains(words), "\(words)")
        }
    }

    @Test("the item's page leads to its sheet and says what its cases really took")
    func item() async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go(ApplyTests.item)
            #expect(visitor.page.contains("/leaflet.pdf\">打印明白卡（PDF，一页）"))
            #expect(visitor.page.contains("最近 90 天作出决定的不足 1 件，不作统计。"))
            try await visitor.go("\(ApplyTests.item)/leaflet.pdf")
            #expect(visitor.status == 200)
            #expect(visitor.page.hasPrefix("%PDF"))
            try await visitor.go("/items/none/leaflet.pdf")
            #expect(visitor.status == 404)
        }
    }
}
