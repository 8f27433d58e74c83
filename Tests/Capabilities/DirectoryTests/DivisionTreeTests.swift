import Codes
import Database
import Directory
import EventLog
import Kernel
import TestSupport
import Testing

@Suite("Divisions from day to day")
struct DivisionTreeTests {
    private static let tree = Result { DivisionTree(try DivisionTable.national()) }

    @Test("the whole list is carried over: 3,429 divisions under the provinces")
    func shipped() throws {
        let tree = try Self.tree.get()
        #expect(tree.count == 3_429)
        let provinces = tree.divisions(below: nil, on: "2026-01-01")
        #expect(provinces.allSatisfy { $0.code.level == .province })
        #expect(provinces.contains { $0.name == "四川省" })
        let counties = tree.divisions(below: "511600", on: "2026-01-01").map(\.code)
        #expect(counties.contains("511602"))
        #expect(counties == counties.sorted())
        #expect(tree.path(to: "511602", on: "2026-01-01").map(\.name) == ["四川省", "广安市", "广安区"])
    }

    @Test("every listed division is reached from the country down")
    func reached() throws {
        let tree = try Self.tree.get()
        var waiting = tree.divisions(below: nil, on: "2026-01-01")
        var reached = 0
        while let next = waiting.popLast() {
            reached += 1
            waiting += tree.divisions(below: next.code, on: "2026-01-01")
        }
        #expect(reached == tree.count)
    }

    @Test(
        "townships are added, codes end in a successor, and halls are shared upwards",
        arguments: StorageEngine.allCases
    )
    func changes(on engine: StorageEngine) async throws {
        let directory = try await DirectoryLog(on: engine)
        let town: Division.Code = "511602100"
        _ = try await directory.submit(AddDivision(town, named: "官盛镇", from: "2020-01-01", basis: "川府函"), "add")
        let renamed = RenameDivision(town, to: "官盛街道", from: "2022-01-01", basis: "川府函")
        _ = try await directory.submit(renamed, "r")
        let successor: Division.Code = "511602001"
        _ = try await directory.submit(AddDivision(successor, named: "新街道", from: "2024-01-01", basis: "批复"), "s")
        let ended = EndDivision(town, from: "2024-01-01", successor: successor, basis: "批复")
        _ = try await directory.submit(ended, "e")
        _ = try await directory.submit(SetDivisionHall("511602", runsHall: true, from: "2023-01-01"), "h")
        let tree = try await directory.read { try $0.divisionTree(in: DirectoryLog.realm) }
        for (day, name, current) in [
            ("2019-12-31", nil, nil), ("2020-01-01", "官盛镇", town), ("2022-01-01", "官盛街道", town),
            ("2023-12-31", "官盛街道", town), ("2024-01-01", nil, successor),
        ] as [(Day, String?, Division.Code?)] {
            #expect(tree.division(town, on: day)?.name == name, "\(day)")
            #expect(tree.current(town, on: day) == current, "\(day)")
        }
        #expect(tree.hall(of: town, on: "2023-06-01") == "511602")
        #expect(tree.hall(of: town, on: "2022-06-01") == "510000")
        await #expect(throws: DirectoryError.divisionEnded(town, on: "2024-01-01")) {
            _ = try await directory.submit(RenameDivision(town, to: "x", from: "2025-01-01", basis: "x"), "x1")
        }
        await #expect(throws: DirectoryError.successorCircle(successor)) {
            let circle = EndDivision(successor, from: "2025-01-01", successor: town, basis: "x")
            _ = try await directory.submit(circle, "x2")
        }
        await #expect(throws: DirectoryError.divisionListed("511602")) {
            _ = try await directory.submit(AddDivision("511602", named: "x", from: "2025-01-01", basis: "x"), "x3")
        }
        await #expect(throws: DirectoryError.unknownDivision("511699")) {
            _ = try await directory.submit(RenameDivision("511699", to: "x", from: "2025-01-01", basis: "x"), "x4")
        }
        for report in try await directory.log.rebuild(DirectoryLog.realm, keeping: false) {
            #expect(report.isEqual, "\(report.name)")
        }
    }
}
