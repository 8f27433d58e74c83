@testable import Casework
import Kernel
import Testing

@Suite("Numbers of cases")
struct CaseNumberTests {
    private static let today: Day = "2026-11-22"

    private func pin(_ agency: String, in division: String, code: String = "511A0138600000") -> ItemPin {
        ItemPin(
            id: "I1",
            code: code,
            version: 1,
            name: "放风筝",
            category: "01",
            agency: "1A1",
            division: division,
            agencyName: agency,
            agencyShortName: "演示风筝",
            statutoryLimit: .workingDays(20),
            statutorySource: "行政许可法#42",
            promisedLimit: .workingDays(10),
            process: ProcessPin(id: "licensing-prompt", version: 1),
            permitName: nil
        )
    }

    private func rule(_ scheme: CaseNumberRule.Scheme) -> CaseNumberRule {
        CaseNumberRule(
            division: "",
            scheme: scheme,
            regions: ["3201": "NJ00", "320103": "NJ03"],
            bodies: ["文化": "WH", "文化市场": "WS"],
            source: "演示"
        )
    }

    @Test(
        "a scheme writes region, body, item and day its own way, and what it has no words for by division and day",
        arguments: [
            (.daily, "区文化局", "320103000000", "320103-20261122-00007"),
            (.jiangsuCase, "区文化局", "320103000000", "NJ03WH202600007"),
            (.jiangsuCase, "市文化市场局", "320100000000", "NJ00WS202600007"),
            (.jiangsuCase, "区风筝局", "320103000000", "320103-20261122-00007"),
            (.jiangsuCase, "区文化局", "320500000000", "320500-20261122-00007"),
            (.itemDaily, "区文化局", "511602000000", "511A0138600000-20261122-00007"),
        ] as [(CaseNumberRule.Scheme, String, String, String)]
    )
    func numbers(scheme: CaseNumberRule.Scheme, agency: String, division: String, number: String) {
        #expect(rule(scheme).frame(of: pin(agency, in: division), on: Self.today).number(7) == number)
    }

    @Test("a code longer than a national one makes no number, and a serial that outgrows its digits is written whole")
    func limits() {
        let long = pin("区文化局", in: "511602000000", code: String(repeating: "5", count: 34))
        #expect(rule(.itemDaily).frame(of: long, on: Self.today).number(123_456) == "511602-20261122-123456")
    }

    @Test(
        "what ships numbers by division and day, Jiangsu too as long as its regions have no letters",
        arguments: [("511602000000", CaseNumberRule.Scheme.daily), ("320103000000", .jiangsuCase)]
    )
    func shipped(division: String, scheme: CaseNumberRule.Scheme) throws {
        let rule = try CaseNumberRule.of(division)
        #expect(rule.scheme == scheme)
        let frame = rule.frame(of: pin("区文化局", in: division), on: Self.today)
        #expect(frame.number(1) == "\(division.prefix(6))-20261122-00001")
        #expect(frame.series == "\(division.prefix(6)):20261122", "a series that runs goes on")
    }
}
