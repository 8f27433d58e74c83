import Discretion
import EventLog
import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("Discretion benchmarks in the Hall")
struct DiscretionPanelTests {
    private static let page = "/items/511A0138600000-511602000000-000-11511301008778183N-1-00"

    /// The Hall with a benchmark of the tests' license in force.
    private func site() async throws -> HallTestSite {
        let site = try await HallTestSite()
        let people = (0...2).map { index in Actor(kind: .officer, id: "benchmark-\(index)") }
        let benchmark = try #require(try DemonstrationBenchmarks.shipped()["演示-CF-000002"])
        try await DemonstrationBenchmarks.publish(
            benchmark,
            of: site.house.license.text,
            into: site.house.log,
            TestHouse.realm,
            officers: (people[0], people[1], people[2]),
            from: "2026-03-02"
        )
        return site
    }

    @Test("the page shows grades, circumstances and ranges, and tries nothing by itself")
    func published() async throws {
        try await site().serve { visitor in
            try await visitor.go(Self.page)
            for text in [
                "裁量基准", "较轻（从轻）", "盗伐林木立木蓄积：不满0.5立方米", "罚款盗伐林木价值的5倍以上不满6.5倍",
                "《森林法》第七十六条", "查看阶次",
            ] { #expect(visitor.page.contains(text), "\(text)") }
            #expect(!visitor.page.contains("对应阶次"))
            #expect(visitor.page.contains("下载裁量阶次表（DMN）"))
            try await visitor.go("\(Self.page)/discretion/0.dmn")
            #expect(visitor.page.contains("hitPolicy=\"ANY\"") && visitor.page.contains("[0.5..2)"))
            try await visitor.go("\(Self.page)/discretion/9.dmn")
            #expect(visitor.status == 404)
        }
    }

    @Test("circumstances lead to their grade, its range and the reasons")
    func tried() async throws {
        try await site().serve { visitor in
            let asked = "situation=0&trial-0-subject=citizen&trial-0-0=0.5&trial-0-1=一般林地"
            try await visitor.go("\(Self.page)?\(asked)")
            #expect(visitor.page.contains("对应阶次：一般"))
            #expect(visitor.page.contains("罚款盗伐林木价值的6.5倍以上不满8.5倍"))
            #expect(visitor.page.contains("盗伐林木立木蓄积：0.5立方米，属于“0.5立方米以上不满2立方米”"))
        }
    }

    @Test("what is missing or no number is said at its field, and nothing is guessed")
    func refused() async throws {
        try await site().serve { visitor in
            for (asked, said) in [
                ("situation=0&trial-0-0=0.5&trial-0-1=一般林地", "请选择对象"),
                ("situation=0&trial-0-subject=citizen&trial-0-0=0.555&trial-0-1=一般林地", "最多2位小数"),
                ("situation=0&trial-0-subject=citizen&trial-0-0=1&trial-0-1=月球", "请选择盗伐地点"),
                ("situation=0&trial-0-subject=citizen&trial-0-0=99999999999999999&trial-0-1=一般林地", "请填写数字"),
            ] {
                try await visitor.go("\(Self.page)?\(asked)")
                #expect(visitor.status == 200)
                #expect(visitor.page.contains(said), "\(asked)")
                #expect(!visitor.page.contains("对应阶次"), "\(asked)")
            }
        }
    }
}
