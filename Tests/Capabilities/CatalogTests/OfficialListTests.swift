@testable import Catalog
import EventLog
import Interchange
import Kernel
import TestSupport
import Testing

@Suite("Lists beside the items")
struct OfficialListTests {
    private static let report = SubmissionReport(document: "区财〔2026〕3号", head: "张某", signedOn: "2026-11-20")
    private static let sealed = SubmissionReport(
        document: "区财〔2026〕3号",
        head: "张某",
        signedOn: "2026-11-20",
        files: [CatalogLog.scan]
    )
    private static let row = ["区教科体局", "普通话水平测试费", "50元", "人次", "应试人", "川价发〔2003〕1号", "缴入国库", ""]

    private func kind(_ code: String) throws -> OfficialListKind {
        try #require(try OfficialListKind.shipped().first { $0.code == code })
    }

    @Test("what ships names every column once, and keys that are columns")
    func shipped() throws {
        let kinds = try OfficialListKind.shipped()
        #expect(Set(kinds.map(\.code)).count == kinds.count)
        for kind in kinds {
            let names = kind.columns.map(\.name)
            #expect(Set(names).count == names.count, "\(kind.code)")
            #expect(!kind.key.isEmpty && Set(kind.key).isSubset(of: names), "\(kind.code)")
        }
        #expect(Set(["negative", "approvals", "charges", "funds", "responsibilities"]).isSubset(of: kinds.map(\.code)))
        let filed = Set(["breakdowns", "charts", "guides", "inspections", "reviews", "recordings"])
        #expect(filed.isSubset(of: kinds.filter { $0.filing != nil }.map(\.code)))
    }

    @Test(
        "a list is written, handed in, confirmed by another, and in force from a day",
        arguments: StorageEngine.allCases
    )
    func life(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let kind = try kind("charges")
        func keep(_ deed: KeepOfficialList.Deed, by officer: String, _ key: String) async throws {
            try await catalog.submit(KeepOfficialList(kind, of: "511602", deed), by: officer, key: key)
        }
        await #expect(throws: CatalogError.reasonMissing) {
            try await keep(.draft([Self.row], reason: " "), by: "A", "0")
        }
        try await keep(.draft([Self.row], reason: "首次编制"), by: "A", "1")
        try await keep(.submit(Self.report), by: "A", "2")
        await #expect(throws: CatalogError.wrongStage(expected: "drafted", found: "submitted")) {
            try await keep(.draft([Self.row, Self.row], reason: "再改"), by: "A", "3")
        }
        try await keep(.sendBack(reason: "文号不全"), by: "B", "4")
        var row = Self.row
        row[5] = "川价发〔2003〕12号"
        try await keep(.draft([row], reason: "改文号"), by: "A", "5")
        try await keep(.submit(Self.report), by: "A", "6")
        await #expect(throws: CatalogError.samePerson(actor: "A", role: .publisher, heldRole: .drafter)) {
            try await keep(.publish(from: CatalogLog.today), by: "A", "7")
        }
        try await keep(.publish(from: CatalogLog.today), by: "B", "8")
        let list = try await catalog.log.read(CatalogLog.realm) {
            try $0.state(OfficialList.self, OfficialList.id(kind, of: "511602").text).state
        }
        #expect(list.version(on: CatalogLog.today)?.rows == [row])
        #expect(list.version(on: "2026-11-01") == nil, "nothing is in force before it was published")
        let standings = try await catalog.log.read(CatalogLog.realm) { try $0.officialLists() }
        #expect(standings.map(\.rows) == [1])
        #expect(standings[0].filing == nil, "nobody filed it")
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test(
        "a version after the first says what it rests on, and is handed in with what proves it",
        arguments: StorageEngine.allCases
    )
    func adjusted(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let (kind, routes) = (try kind("charges"), try ConfirmationRoutes.shipped())
        func keep(_ deed: KeepOfficialList.Deed, by officer: String, _ key: String) async throws {
            let command = KeepOfficialList(kind, of: "511602", deed, along: routes)
            try await catalog.submit(command, by: officer, key: key)
        }
        try await keep(.draft([Self.row], reason: "首次编制"), by: "A", "first")
        await #expect(throws: CatalogError.fileMissing) {
            try await keep(.submit(Self.report), by: "A", "first unsealed")
        }
        try await keep(.submit(Self.sealed), by: "A", "first in")
        try await keep(.publish(from: CatalogLog.today), by: "B", "first out")

        var row = Self.row
        row[2] = "40元"
        await #expect(throws: CatalogError.evidenceMissing) {
            try await keep(.draft([row], reason: "降低标准"), by: "A", "no cause")
        }
        let vague = ItemAdjustment(.changed, for: .decision, evidence: "上级通知", on: "2026-11-18")
        try await keep(.draft([row], reason: "降低标准", adjustment: vague), by: "A", "vague")
        await #expect(throws: CatalogError.evidenceNumberMissing(found: "上级通知")) {
            try await keep(.submit(Self.report), by: "A", "vague in")
        }
        let sound = ItemAdjustment(.changed, for: .decision, evidence: "川发改价格〔2026〕12号", on: "2026-11-18")
        try await keep(.draft([row], reason: "降低标准", adjustment: sound), by: "A", "sound")
        await #expect(throws: CatalogError.evidenceFileMissing(asked: "上级取消、下放或者调整的决定")) {
            try await keep(.submit(Self.report), by: "A", "without the paper")
        }
        try await keep(.submit(Self.sealed), by: "A", "second in")
        try await keep(.publish(from: CatalogLog.today + 1), by: "B", "second out")
        let list = try await catalog.log.read(CatalogLog.realm) {
            try $0.state(OfficialList.self, OfficialList.id(kind, of: "511602").text).state
        }
        #expect(list.versions.map(\.adjustment) == [nil, sound])
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test(
        "every list is filed alike: handed in sealed, sent back with comments, handed in again, received by another",
        arguments: StorageEngine.allCases
    )
    func filing(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        func keep(
            _ kind: OfficialListKind,
            _ deed: KeepOfficialList.Deed,
            by officer: String,
            _ key: String
        ) async throws {
            try await catalog.submit(
                KeepOfficialList(kind, of: "511602", deed),
                by: officer,
                key: "\(kind.code) \(key)"
            )
        }
        func standing(_ kind: OfficialListKind) async throws -> OfficialListStanding {
            try await catalog.log.read(CatalogLog.realm) { reading in
                try #require(try reading.officialList(OfficialList.id(kind, of: "511602")))
            }
        }
        let filed = ["breakdowns", "charts", "guides", "inspections", "reviews", "recordings"]
        for (number, code) in filed.enumerated() {
            let kind = try kind(code)
            let row = kind.columns.map { $0.choices?.first ?? "100" }
            try await keep(kind, .draft([row], reason: "首次编制"), by: "A", "draft")
            try await keep(kind, .submit(Self.report), by: "A", "submit")
            await #expect(throws: CatalogError.wrongStage(expected: "published", found: "none")) {
                try await keep(kind, .handIn(note: nil, files: [CatalogLog.scan]), by: "A", "early")
            }
            try await keep(kind, .publish(from: CatalogLog.today), by: "B", "publish")
            #expect(try kind.filingDuty(await standing(kind))?.side == .keeper)
            await #expect(throws: CatalogError.wrongStage(expected: "filingHandedIn", found: "filingNone")) {
                try await keep(kind, .receive(comment: nil), by: "B", "nothing came")
            }
            await #expect(throws: CatalogError.fileMissing) {
                try await keep(kind, .handIn(note: nil, files: []), by: "A", "no paper")
            }
            try await keep(kind, .handIn(note: "首次报送", files: [CatalogLog.scan]), by: "A", "hand in")
            let duty = try #require(kind.filingDuty(try await standing(kind)))
            #expect(duty.side == .office && duty.from == CatalogLog.today && duty.within == .workingDays(10))
            await #expect(throws: CatalogError.samePerson(actor: "A", role: .receiver, heldRole: .filer)) {
                try await keep(kind, .receive(comment: nil), by: "A", "by the same")
            }
            await #expect(throws: CatalogError.reasonMissing) {
                try await keep(kind, .returnFiling(comment: " "), by: "B", "no comment")
            }
            try await keep(kind, .returnFiling(comment: "第三栏不清楚"), by: "B", "return")
            #expect(try kind.filingDuty(await standing(kind))?.side == .keeper)
            try await keep(kind, .handIn(note: nil, files: [CatalogLog.scan]), by: "A", "hand in again")
            try await keep(kind, .receive(comment: "格式规范"), by: "B", "receive")
            await #expect(throws: CatalogError.wrongStage(expected: "filingOpen", found: "filed")) {
                try await keep(kind, .handIn(note: nil, files: [CatalogLog.scan]), by: "A", "once more")
            }
            let (row2, list) = try await (
                standing(kind),
                catalog.log.read(CatalogLog.realm) {
                    try $0.state(OfficialList.self, OfficialList.id(kind, of: "511602").text).state
                }
            )
            // One series of numbers for all of them.
            #expect(row2.receipt == "备〔2026〕\(number + 1)号")
            #expect(row2.filedOn == CatalogLog.today)
            #expect(kind.filingDuty(row2) == nil)
            let rounds = list.versions[0].filing.rounds
            #expect(rounds.map(\.note) == ["首次报送", nil])
            #expect(rounds.map(\.answer?.comment) == ["第三栏不清楚", "格式规范"])
            #expect(rounds.map(\.answer?.receipt) == [nil, row2.receipt])
        }
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("what was filed before anybody handed in reads back as received", arguments: StorageEngine.allCases)
    func filedBefore(on engine: StorageEngine) async throws {
        var list = OfficialList()
        let catalog = try await CatalogLog(on: engine)
        let kind = try kind("reviews")
        let row = kind.columns.map { $0.choices?.first ?? "100" }
        for (officer, deed) in [
            ("A", .draft([row], reason: "首次编制")), ("A", .submit(Self.report)), ("B", .publish(from: CatalogLog.today)),
        ] as [(String, KeepOfficialList.Deed)] {
            try await catalog.submit(KeepOfficialList(kind, of: "1A1", deed), by: officer, key: "\(deed)")
        }
        let events = try await catalog.log.read(CatalogLog.realm) {
            try $0.events(of: OfficialList.stream(OfficialList.id(kind, of: "1A1").text))
        }
        for event in events { list.evolve(try #require(event.as(OfficialListEvent.self)), event.envelope) }
        let last = try #require(events.last).envelope
        list.evolve(
            .filed(OfficialListFiled(number: 1, receipt: "备〔2025〕9号", remark: nil, files: [CatalogLog.scan])),
            last
        )
        #expect(list.versions[0].filing.stage == .received)
        #expect(list.versions[0].filing.receipt?.number == "备〔2025〕9号")
        #expect(list.versions[0].filing.rounds[0].files == [CatalogLog.scan])
    }

    @Test("an item that ended is known by the lists that name it", arguments: StorageEngine.allCases)
    func outdated(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let kind = try kind("guides")
        let content = CatalogLog.license()
        let id = try await catalog.submit(DraftPowerItem(item: nil, content: content), by: "A", key: "draft")
        try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "submit")
        try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm")
        try await catalog.submit(PublishPowerItem(item: id, inForceFrom: CatalogLog.today), by: "C", key: "publish")
        let row = kind.columns.map { $0.name == "事项编码" ? content.code : "100" }
        let named = kind.items(of: [row])
        #expect(named == ListedItems(codes: [content.code], names: []), "a code says more than a name")
        func found() async throws -> [PowerItem.ID] {
            try await catalog.log.read(CatalogLog.realm) { try $0.items(ofCodes: named.codes) }
        }
        #expect(try await found() == [id])
        try await catalog.abolish(id, from: CatalogLog.today + 10)
        #expect(try await found() == [id], "what ended keeps its code")
    }

    @Test(
        "a row without a code means items by name, one or several",
        arguments: [
            ("charts", "适用事项", "放飞许可、收风筝；风筝年检", ["放飞许可", "收风筝", "风筝年检", "放飞许可、收风筝；风筝年检"]),
            ("guides", "事项名称", "放飞许可", ["放飞许可"]), ("reviews", "执法事项", "全部", ["全部"]),
            ("charges", "收费项目", "放飞费", []),
        ] as [(String, String, String, [String])]
    )
    func named(code: String, column: String, cell: String, names: [String]) throws {
        let kind = try kind(code)
        let items = kind.items(of: [kind.columns.map { $0.name == column ? cell : "" }])
        #expect(items == ListedItems(codes: Set(names), names: Set(names)))
    }

    @Test("what a list follows of items are fields that somebody can change, and only lists that name items follow any")
    func follows() throws {
        for kind in try OfficialListKind.shipped() {
            let named = kind.items(of: [kind.columns.map { _ in "风筝" }])
            #expect(named == .none || kind.follows?.isEmpty == false, "\(kind.code)")
            #expect(kind.follows?.contains(.code) != true, "\(kind.code)")
        }
    }

    @Test(
        "the clock of a draft is the keeper's from the day of its ground, and the legal office's once it is handed in",
        arguments: StorageEngine.allCases
    )
    func clocks(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let (kind, routes) = (try kind("charges"), try ConfirmationRoutes.shipped())
        func duty() async throws -> ListDraftDuty? {
            try await catalog.log.read(CatalogLog.realm) { reading in
                let list = try reading.state(OfficialList.self, OfficialList.id(kind, of: "511602").text).state
                return list.draft.flatMap { routes.duty(about: $0) }
            }
        }
        func keep(_ deed: KeepOfficialList.Deed, by officer: String, _ key: String) async throws {
            let command = KeepOfficialList(kind, of: "511602", deed, along: routes)
            try await catalog.submit(command, by: officer, key: key)
        }
        try await keep(.draft([Self.row], reason: "首次编制"), by: "A", "first")
        #expect(try await duty() == nil, "nothing says by when the first version comes")
        try await keep(.submit(Self.sealed), by: "A", "first in")
        let review = ListDraftDuty(side: .office, from: CatalogLog.today, within: .workingDays(10))
        #expect(try await duty() == review)
        try await keep(.publish(from: CatalogLog.today), by: "B", "first out")
        #expect(try await duty() == nil)

        var row = Self.row
        row[2] = "40元"
        let law = ItemAdjustment(.changed, for: .law, evidence: "价格法§18", on: "2026-11-18")
        try await keep(.draft([row], reason: "降低标准", adjustment: law), by: "A", "second")
        #expect(try await duty() == ListDraftDuty(side: .keeper, from: "2026-11-18", within: .calendarDays(20)))
        try await keep(.submit(Self.sealed), by: "A", "second in")
        #expect(try await duty() == review)
        try await keep(.sendBack(reason: "标准有误"), by: "B", "second back")
        row[2] = "45元"
        try await keep(.draft([row], reason: "改标准"), by: "A", "second again")
        #expect(try await duty() == nil, "it was handed in before it came back")
        let list = try await catalog.log.read(CatalogLog.realm) {
            try $0.state(OfficialList.self, OfficialList.id(kind, of: "511602").text).state
        }
        #expect(list.draft?.returnReason == "标准有误", "the remark stands until the draft is handed in again")
        #expect(list.draft?.adjustment == law)
    }

    private struct Faulty: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout [OfficialListRow]) -> Void
        let fault: ImportFault
    }

    private static let faulty = [
        Faulty(
            testDescription: "a cell that must be filled in is empty",
            change: { $0[0][2] = "" },
            fault: ImportFault(row: 1, column: "收费标准", expected: "已填写", found: "空")
        ),
        Faulty(
            testDescription: "a cell holds none of its choices",
            change: { $0[0][6] = "小金库" },
            fault: ImportFault(row: 1, column: "资金管理方式", expected: "缴入国库、财政专户", found: "小金库")
        ),
        Faulty(
            testDescription: "two rows are about the same",
            change: { $0.append($0[0]) },
            fault: ImportFault(row: 2, column: "执收单位", expected: "不重复", found: "与第 1 行相同")
        ),
        Faulty(
            testDescription: "there is no row",
            change: { $0 = [] },
            fault: ImportFault(row: 1, column: "1", expected: "至少一行", found: "没有")
        ),
    ]

    @Test("a list with a faulty row is refused with row, column and reason, and changes nothing", arguments: faulty)
    private func faults(_ faulty: Faulty) async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let kind = try kind("charges")
        var rows = [Self.row]
        faulty.change(&rows)
        await #expect(throws: CatalogError.importRefused([faulty.fault])) {
            let command = KeepOfficialList(kind, of: "511602", .draft(rows, reason: "首次编制"))
            try await catalog.submit(command, by: "A", key: "1")
        }
        #expect(try await catalog.log.read(CatalogLog.realm) { try $0.officialLists() }.isEmpty)
    }

    @Test("what is taken away as workbook or csv is read back as the same rows; formulas stay text")
    func files() throws {
        let kind = try kind("charges")
        var dangerous = Self.row
        dangerous[1] = "=HYPERLINK(\"http://x\")"
        #expect(kind.read(kind.workbook([Self.row])).rows == [Self.row])
        #expect(kind.read(kind.csv([Self.row])).rows == [Self.row])
        #expect(String(decoding: kind.csv([dangerous]), as: UTF8.self).contains("'=HYPERLINK"))
        let wrong = kind.read(Array("执收单位,项目\r\n区教科体局,测试费\r\n".utf8))
        #expect(wrong.rows.isEmpty)
        #expect(wrong.faults.count == 1)
    }
}
