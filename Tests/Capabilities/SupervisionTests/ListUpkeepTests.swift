import BlobStore
import Catalog
import Codes
import Directory
import Discretion
import EventLog
import Kernel
import Participation
import TestHouse
import TestSupport
import Testing

@testable import Supervision

@Suite("The drafts of lists, and what lists say of items, are watched")
struct ListUpkeepTests {
    /// What a head signed and sealed, scanned.
    private static let scan = Attachment(
        blob: "b2",
        key: "c0ffee",
        digest: "00:11",
        size: 2_048,
        name: "报告.pdf",
        mediaType: "application/pdf"
    )

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

        let report = SubmissionReport(
            document: "演示〔2026〕1号",
            head: "李明",
            signedOn: "2026-06-01",
            files: [Self.scan]
        )
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

    @Test(
        "after the legal office confirmed, each of those who agree has twenty working days, and publication ten",
        arguments: StorageEngine.allCases
    )
    func afterConfirmation(on engine: StorageEngine) async throws {
        let watched = try await Watched([], on: engine)
        let (house, routes) = (watched.house, watched.terms.confirmation)
        let clerk = Actor(kind: .officer, id: "founder")
        let last = try await house.log.read(TestHouse.realm) { try $0.powerItem(house.license)?.state.versions.last }
        var content = try #require(last?.content)
        content.levels = [.province]
        let draft = DraftPowerItem(item: house.license, content: content, reason: "调整层级")
        house.clock.set("2026-06-01")
        try await house.submit(draft, by: clerk)
        let report = SubmissionReport(
            document: "区教〔2026〕3号",
            head: "张某",
            signedOn: "2026-06-01",
            files: [Self.scan]
        )
        try await house.submit(SubmitPowerItem(item: house.license, report: report, along: routes), by: clerk)
        try await house.submit(ConfirmPowerItem(item: house.license), by: Actor(kind: .officer, id: "legal"))
        func found(on day: Day) async throws -> [String] { try await watched.found([.confirmation], on: day) }
        // Twenty working days from 1 June, past the Dragon Boat holiday on the 19th, end on 30 June.
        #expect(try await found(on: "2026-06-30").isEmpty)
        let name = content.name
        #expect(try await found(on: "2026-07-01") == ["office “\(name)”应在2026年6月30日前由机构编制部门同意或者退回，至今没有"])
        func agree(_ station: Station, _ document: String? = nil) async throws {
            let command = AgreePowerItem(item: house.license, as: station, opinion: "同意", document: document)
            try await house.submit(command, by: Actor(kind: .officer, id: "bodies"))
        }
        try await agree(.establishmentOffice)
        #expect(try await found(on: "2026-07-02").isEmpty)
        #expect(try await found(on: "2026-07-30") == ["office “\(name)”应在2026年7月29日前登记本级人民政府的意见或者退回，至今没有"])
        try await agree(.government, "区政复〔2026〕8号")
        #expect(try await found(on: "2026-08-13").isEmpty)
        #expect(try await found(on: "2026-08-14") == ["office “\(name)”应在2026年8月13日前公布或者退回，至今没有"])
        let publish = PublishPowerItem(item: house.license, inForceFrom: "2026-08-14")
        try await house.submit(publish, by: Actor(kind: .officer, id: "publisher"))
        #expect(try await found(on: "2026-08-15").isEmpty)
    }

    @Test(
        "a benchmark without basis is the agency's for twenty days and the legal office's for ten, while its item lasts"
    )
    func benchmarks() async throws {
        let house = try await TestHouse.open(
            migrations: ParticipationModule.migrations + SupervisionModule.migrations,
            families: ParticipationModule.families + SupervisionModule.families,
            projections: ParticipationModule.projections + SupervisionModule.projections
        )
        let (office, item) = (try await house.neighbor().agency, house.license.text)
        let calendar = try SupervisionModule.supervisor().calendar
        func found(_ side: BenchmarkTask.Side, on day: Day) async throws -> [UpkeepConcern] {
            let terms = UpkeepTerms(
                lists: [],
                offices: { _, _ in [ConfirmingOffice(agency: office, division: "511602")] },
                benchmarks: { _, _ in
                    [BenchmarkTask(item: item, issuedAs: "川教规〔2023〕1号", side: side, since: "2026-03-02")]
                }
            )
            return try await house.log.read(TestHouse.realm) { reading in
                var memory = UpkeepMemory()
                return try reading.upkeepConcerns(on: day, terms, in: calendar, &memory)
                    .filter { [.benchmarkFallen, .benchmarkUnanswered].contains($0.kind) }
            }
        }
        #expect(try await found(.agency, on: "2026-03-22").isEmpty)
        #expect(try await found(.agency, on: "2026-03-23").map(\.agency) == [house.agency])
        #expect(try await found(.agency, on: "2026-03-23").map(\.due) == ["2026-03-22"])
        #expect(try await found(.office, on: "2026-03-12").isEmpty)
        #expect(try await found(.office, on: "2026-03-13").map(\.agency) == [office])
        house.clock.set("2026-03-14")
        try await house.abolish(house.license, from: "2026-03-20", because: "法律修改")
        #expect(try await found(.agency, on: "2026-06-01").isEmpty)
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
