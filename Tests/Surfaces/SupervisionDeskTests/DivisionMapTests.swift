import Directory
import Kernel
import Supervision
import TestHouse
import TestSupport
import Testing
import WebServer

@testable import SupervisionDesk

@Suite("The map of divisions on the wall")
struct DivisionMapTests {
    private static func line(
        _ id: String,
        _ division: Division.Code?,
        cases: Int = 0,
        overdue: Int = 0,
        _ counts: [FindingLevel: Int] = [:]
    ) -> WallSnapshot.AgencyLine {
        .init(
            agency: DeskAgency(id: id, name: "单位\(id)", division: division),
            counts: counts,
            cases: cases,
            overdue: overdue
        )
    }

    private static func division(_ code: Division.Code, _ name: String) -> Division { Division(code: code, name: name) }

    @Test("a city has a tile for itself and each county that has agencies, with the sums of everything in it")
    func city() {
        let tiles = MapTile.tiles(
            [
                Self.line("1", "5116", cases: 4, overdue: 1),
                Self.line("2", "511602", cases: 3, [.redCard: 2, .yellowCard: 1]),
                Self.line("3", "511602101", cases: 5, [.yellowCard: 1, .reminder: 7]),
            ],
            of: Self.division("5116", "广安市"),
            above: [Self.division("511602", "广安区"), Self.division("511603", "前锋区")]
        )
        #expect(tiles.map(\.name) == ["广安市本级", "广安区"])
        #expect(tiles.map { [$0.cases, $0.overdue, $0.yellow, $0.red] } == [[4, 1, 0, 0], [8, 0, 2, 2]])
        #expect(tiles.map(\.place) == [.own, .division("511602")])
    }

    @Test("where nothing lies below, the tiles are the agencies, in an order that findings do not change")
    func county() {
        let lines = [Self.line("2", "511602", [.redCard: 9]), Self.line("1", "511602")]
        let tiles = MapTile.tiles(lines, of: Self.division("511602", "广安区"), above: [])
        #expect(tiles.map(\.place) == [.agency("1"), .agency("2")])
    }

    @Test("the wall of a division below is narrowed with its lists, and one outside is nobody's to see")
    func narrowed() async throws {
        let desk = try await TestDesk()
        try await desk.neglectedCase()
        try await desk.wait(until: "2026-03-24")
        try await desk.serve { client in
            let page = { (path: String) in
                try await client.send("GET", path, headers: ["X-Principal: supervisor"])
            }
            let whole = try await page(SupervisionPath.wall)
            #expect(whole.body.contains("id=\"wall-map\"") && whole.body.contains("class=\"division-map\""))
            for word in ["在办", "超期", "黄牌", "红牌"] { #expect(whole.body.contains(word), "\(word)") }
            let below = try await page("\(SupervisionPath.wall)?division=511602101")
            #expect(below.status == 200)
            #expect(below.body.contains("/supervision/live?division=511602101"))
            let counted = "\(SupervisionPath.findings)?level=yellowCard"
            #expect(whole.body.contains(counted) && below.body.contains("division=511602101"))
            #expect(try await page("\(SupervisionPath.wall)?division=510104").status == 404)
            #expect(try await page("\(SupervisionPath.findings)?division=510104").status == 404)
            #expect(try await page("\(SupervisionPath.live)?division=510104").status == 404)
        }
    }
}
