import Catalog
import Directory
import EventLog
import Kernel
import Participation
import TestHouse
import TestSupport
import Testing

@testable import Supervision

@Suite("The drafts of lists, and what lists say of items, are watched")
struct ListUpkeepTests {
    /// A house whose lists are looked at, with the agency that publishes them.
    private struct Watched {
        let house: TestHouse
        let office: Agency.ID
        let terms: UpkeepTerms
        let supervisor: Supervisor

        init(_ codes: [String], on engine: StorageEngine) async throws {
            house = try await TestHouse.open(
                on: engine,
                migrations: ParticipationModule.migrations + SupervisionModule.migrations,
                families: ParticipationModule.families + SupervisionModule.families,
                projections: ParticipationModule.projections + SupervisionModule.projections
            )
            let office = try await house.neighbor().agency
            self.office = office
            let kinds = try OfficialListKind.shipped().filter { codes.contains($0.code) }
            terms = UpkeepTerms(confirmation: try .shipped(), lists: kinds) { _, _ in
                [ConfirmingOffice(agency: office, division: "511602")]
            }
            supervisor = try SupervisionModule.supervisor()
        }

        /// What is open of some rules when the timers of a day have looked, the keeper's first.
        func found(_ rules: [RuleCode], on day: Day) async throws -> [String] {
            house.clock.set(day)
            try await UpkeepTimers(house.log, supervisor, terms).fire(TestHouse.realm, now: house.clock.now)
            return try await house.log.read(TestHouse.realm) { reading in
                try [house.agency, office].flatMap { agency in
                    try reading.openFindings(OpenFindings(agency: agency.text), limit: 20)
                        .filter { found in rules.contains { $0.rawValue == found.rule } }
                        .map { "\(agency == office ? "office" : "keeper") \($0.message)" }
                }
            }
        }

        func keep(_ kind: OfficialListKind, _ deed: KeepOfficialList.Deed, by actor: Actor) async throws {
            let command = KeepOfficialList(kind, of: house.agency.text, deed, along: terms.confirmation)
            try await house.submit(command, by: actor)
        }

        /// Publishes the next version of an item.
        func republish(
            _ item: PowerItem.ID,
            from day: Day,
            _ change: (inout ItemContent) -> Void
        ) async throws {
            let clerk = Actor(kind: .officer, id: "founder")
            let last = try await house.log.read(TestHouse.realm) { try $0.powerItem(item)?.state.versions.last }
            var content = try #require(last?.content)
            change(&content)
            let draft = DraftPowerItem(item: item, content: content, reason: "调整")
            try await house.submit(draft, by: clerk)
            try await house.submit(SubmitPowerItem(item: item), by: clerk)
            try await house.submit(ConfirmPowerItem(item: item), by: Actor(kind: .officer, id: "legal"))
            let publish = PublishPowerItem(item: item, inForceFrom: day)
            try await house.submit(publish, by: Actor(kind: .officer, id: "publisher"))
        }
    }

    @Test(
        "a further version not handed in within twenty days is the keeper's, one not answered in ten working days the office's",
        arguments: StorageEngine.allCases
    )
    func clocks(on engine: StorageEngine) async throws {
        let watched = try await Watched(["recordings"], on: engine)
        let (house, rules) = (watched.house, [RuleCode.listAdjustment, .listConfirmation])
        let kind = try OfficialListKind.shipped("recordings")
        let (handler, approver) = (try house.officer(.handle), try house.officer(.approve))
        house.clock.set("2026-03-02")
        var row = kind.columns.map { $0.choices?.first ?? "100" }
        try await watched.keep(kind, .draft([row], reason: "初次编制"), by: handler)
        #expect(try await watched.found(rules, on: "2026-06-01").isEmpty, "a first version has no day")

        let report = SubmissionReport(document: "演示〔2026〕1号", head: "李明", signedOn: "2026-06-01")
        try await watched.keep(kind, .submit(report), by: handler)
        // Ten working days from 1 June end on 15 June.
        #expect(try await watched.found(rules, on: "2026-06-15").isEmpty)
        let name = try await house.log.read(TestHouse.realm) { reading in
            try reading.reader.agency(house.agency, in: TestHouse.realm)?.profile.shortName ?? ""
        }
        #expect(
            try await watched.found(rules, on: "2026-06-16") == [
                "office \(name)音像记录事项清单应在2026年6月15日前审核公布或者退回，至今没有"
            ]
        )
        try await watched.keep(kind, .publish(from: "2026-06-16"), by: approver)
        #expect(try await watched.found(rules, on: "2026-06-17").isEmpty)

        row[row.count - 1] = "新"
        let law = ItemAdjustment(.changed, for: .law, evidence: "行政处罚法§47", on: "2026-06-17")
        try await watched.keep(kind, .draft([row], reason: "法律修改", adjustment: law), by: handler)
        #expect(try await watched.found(rules, on: "2026-07-07").isEmpty)
        #expect(
            try await watched.found(rules, on: "2026-07-08") == [
                "keeper 音像记录事项清单的调整（行政处罚法§47）应在2026年7月7日前报送，至今未报送"
            ]
        )
        try await watched.keep(kind, .submit(report), by: handler)
        #expect(try await watched.found(rules, on: "2026-07-09").isEmpty)
        try await watched.keep(kind, .sendBack(reason: "请补充"), by: approver)
        row[row.count - 1] = "再改"
        try await watched.keep(kind, .draft([row], reason: "补充"), by: handler)
        #expect(try await watched.found(rules, on: "2026-12-01").isEmpty, "it was handed in before it came back")
        #expect(try await house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    /// A list that names an item in one of its columns.
    private struct Naming: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: String
        let column: String
        let isByCode: Bool
        /// Whether it is about where an item is done.
        let hasPlace: Bool
    }

    private static let namings = [
        Naming(
            testDescription: "a guide by code",
            code: "guides",
            column: "事项编码",
            isByCode: true,
            hasPlace: true
        ),
        Naming(
            testDescription: "a guide by name",
            code: "guides",
            column: "事项名称",
            isByCode: false,
            hasPlace: true
        ),
        Naming(
            testDescription: "a chart of several items",
            code: "charts",
            column: "适用事项",
            isByCode: false,
            hasPlace: false
        ),
    ]

    @Test(
        "a list is outdated when an item it names, by code or by name, states since what the list is about otherwise",
        arguments: namings,
        StorageEngine.allCases
    )
    private func changed(_ naming: Naming, on engine: StorageEngine) async throws {
        let code = naming.code
        let watched = try await Watched([code], on: engine)
        let (house, kind) = (watched.house, try OfficialListKind.shipped(code))
        let item = try await house.log.read(TestHouse.realm) { try $0.powerItem(house.license)?.state.versions.last }
        let content = try #require(item?.content)
        let rows = [
            kind.columns.map { listed in
                switch listed.name {
                case naming.column: naming.isByCode ? content.code : "其他事项、\(content.name)"
                case "事项编码": ""
                default: listed.choices?.first ?? "100"
                }
            }
        ]
        house.clock.set("2026-03-02")
        try await house.publish(code, rows, from: "2026-03-02")
        house.clock.set("2026-03-10")
        try await watched.republish(house.license, from: "2026-03-16") { $0.place = "政务大厅二楼" }
        #expect(try await watched.found([.listOutdated], on: "2026-03-17").isEmpty)
        // Twenty working days from 16 March, past the Tomb-Sweeping holiday, end on 14 April.
        #expect(try await watched.found([.listOutdated], on: "2026-04-14").isEmpty)
        let late = try await watched.found([.listOutdated], on: "2026-04-15")
        let words = "\(kind.chinese)所列的“\(content.name)”的办理地点已经变更，清单应在2026年4月14日前更新，至今未更新"
        #expect(late == (naming.hasPlace ? ["keeper \(words)"] : []))
        var anew = rows
        anew[0][kind.columns.count - 1] = "2026年4月"
        try await house.publish(code, anew, from: "2026-04-16")
        #expect(try await watched.found([.listOutdated], on: "2026-04-17").isEmpty)
        try await watched.republish(house.license, from: "2026-04-20") { $0.complaintLine = "0826-12345" }
        #expect(try await watched.found([.listOutdated], on: "2026-06-01").count == 1, "who supervises is in both")
    }
}
