import BlobStore
import Catalog
import Codes
import Directory
import EventLog
import Kernel
import Law
import TestSupport
import Testing

@Suite("The way of a draft into the catalog")
struct ConfirmationTests {
    private static let report = SubmissionReport(
        document: "区风筝〔2026〕3号",
        head: "张某",
        signedOn: "2026-11-20",
        files: [CatalogLog.scan]
    )

    private func drafted(
        _ catalog: CatalogLog,
        _ content: ItemContent = CatalogLog.license()
    ) async throws
        -> PowerItem.ID
    {
        try await catalog.submit(DraftPowerItem(item: nil, content: content), by: "A", key: "draft")
    }

    private func submitted(_ catalog: CatalogLog, _ id: PowerItem.ID, key: String = "submit") async throws {
        let routes = try ConfirmationRoutes.shipped()
        let command = SubmitPowerItem(item: id, report: Self.report, along: routes)
        try await catalog.submit(command, by: "A", key: key)
    }

    @Test("an item that enters goes past the establishment office and the government, in this order")
    func stations() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let id = try await drafted(catalog)
        try await submitted(catalog, id)
        try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm")
        #expect(try await catalog.item(id).draft?.stations == [.establishmentOffice, .government])
        let publish = PublishPowerItem(item: id, inForceFrom: CatalogLog.today)
        await #expect(throws: CatalogError.consentMissing(.establishmentOffice)) {
            try await catalog.submit(publish, by: "C", key: "early")
        }
        let approval = AgreePowerItem(item: id, as: .government, opinion: "同意", document: "区政复〔2026〕8号")
        await #expect(throws: CatalogError.notAwaited(.government, awaited: .establishmentOffice)) {
            try await catalog.submit(approval, by: "B", key: "too soon")
        }
        let agreement = AgreePowerItem(item: id, as: .establishmentOffice, opinion: "主体、层级与三定规定相符")
        await #expect(throws: CatalogError.samePerson(actor: "A", role: .station, heldRole: .drafter)) {
            try await catalog.submit(agreement, by: "A", key: "own")
        }
        try await catalog.submit(agreement, by: "E", key: "office")
        await #expect(throws: CatalogError.documentMissing(.government)) {
            let bare = AgreePowerItem(item: id, as: .government, opinion: "同意")
            try await catalog.submit(bare, by: "B", key: "bare")
        }
        try await catalog.submit(approval, by: "B", key: "government")
        try await catalog.submit(publish, by: "C", key: "publish")
        let item = try await catalog.item(id)
        #expect(item.versions.count == 1)
        #expect(item.draft == nil)
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    private struct Turn: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let mode: ManagementMode
        let isNew: Bool
        let changesBody: Bool
        let stations: [Station]
    }

    @Test(
        "who agrees follows from who leads the agency and what changes",
        arguments: [
            Turn(
                testDescription: "属地管理，新增",
                mode: .local,
                isNew: true,
                changesBody: false,
                stations: [.establishmentOffice, .government]
            ),
            Turn(testDescription: "属地管理，改电话", mode: .local, isNew: false, changesBody: false, stations: []),
            Turn(
                testDescription: "属地管理，改层级",
                mode: .local,
                isNew: false,
                changesBody: true,
                stations: [.establishmentOffice, .government]
            ),
            Turn(
                testDescription: "垂直管理，新增",
                mode: .vertical,
                isNew: true,
                changesBody: false,
                stations: [.superiorAgency]
            ),
            Turn(testDescription: "垂直管理，改电话", mode: .vertical, isNew: false, changesBody: false, stations: []),
            Turn(
                testDescription: "双重管理，新增",
                mode: .dual,
                isNew: true,
                changesBody: false,
                stations: [.superiorAgency, .establishmentOffice, .government]
            ),
            Turn(
                testDescription: "双重管理，改层级",
                mode: .dual,
                isNew: false,
                changesBody: true,
                stations: [.superiorAgency, .establishmentOffice]
            ),
        ]
    )
    private func routes(_ turn: Turn) throws {
        let old = CatalogLog.license()
        var new = old
        new.phone = "0826-1234567"
        if turn.changesBody { new.levels = [.county] }
        let stations = try ConfirmationRoutes.shipped().stations(
            for: new,
            after: turn.isNew ? nil : old,
            under: turn.mode
        )
        #expect(stations == turn.stations)
    }

    @Test("a draft is handed in with the report its head signed: number, name, and a day that has come")
    func report() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let id = try await drafted(catalog)
        let routes = try ConfirmationRoutes.shipped()
        let faulty = [
            nil, SubmissionReport(document: " ", head: "张某", signedOn: "2026-11-20"),
            SubmissionReport(document: "3号", head: "", signedOn: "2026-11-20"),
            SubmissionReport(document: "3号", head: "张某", signedOn: "2026-11-23"),
        ]
        for (index, report) in faulty.enumerated() {
            await #expect(throws: CatalogError.reportMissing) {
                let command = SubmitPowerItem(item: id, report: report, along: routes)
                try await catalog.submit(command, by: "A", key: "faulty \(index)")
            }
        }
        let unsealed = SubmissionReport(document: "3号", head: "张某", signedOn: "2026-11-20")
        await #expect(throws: CatalogError.fileMissing) {
            let command = SubmitPowerItem(item: id, report: unsealed, along: routes)
            try await catalog.submit(command, by: "A", key: "unsealed")
        }
        try await submitted(catalog, id)
        #expect(try await catalog.item(id).draft?.report == Self.report)
    }

    @Test("what the legal office remarks on fields comes back with the draft, and goes when it is handed in again")
    func remarks() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let id = try await drafted(catalog)
        try await submitted(catalog, id)
        let remark = FieldComment(.conditions, "第二项没有依据")
        try await catalog.submit(ReturnPowerItem(item: id, reason: "见各栏", comments: [remark]), by: "B", key: "back")
        #expect(try await catalog.item(id).draft?.comments == [remark])
        var content = CatalogLog.license()
        content.conditions = ["有风筝"]
        content.phone = "0826-1234567"
        try await catalog.submit(DraftPowerItem(item: id, content: content), by: "A", key: "again")
        try await submitted(catalog, id, key: "second")
        #expect(try await catalog.item(id).draft?.comments == [])
        #expect(try await catalog.item(id).draft?.returnReason == nil)
    }

    @Test("one of those after the legal office sends the draft back, and every consent is asked for again")
    func sentBackLate() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let id = try await drafted(catalog)
        try await submitted(catalog, id)
        try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm")
        try await catalog.submit(ReturnPowerItem(item: id, reason: "层级与三定规定不符"), by: "E", key: "back")
        #expect(try await catalog.item(id).draft?.stage == .drafted)
        try await submitted(catalog, id, key: "second")
        try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm again")
        #expect(try await catalog.item(id).draft?.nextStation == .establishmentOffice)
    }

    @Test("an adjustment names its document, and a merger the items of the catalog it is about")
    func adjustment() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let id = try await drafted(catalog)
        func adjust(_ adjustment: ItemAdjustment, _ key: String) async throws {
            var content = CatalogLog.license()
            content.phone = key
            let command = DraftPowerItem(item: id, content: content, adjustment: adjustment)
            try await catalog.submit(command, by: "A", key: key)
        }
        await #expect(throws: CatalogError.evidenceMissing) {
            try await adjust(ItemAdjustment(.changed, for: .law, evidence: ""), "1")
        }
        await #expect(throws: CatalogError.relatedMissing) {
            try await adjust(ItemAdjustment(.merged, for: .decision, evidence: "川府发〔2026〕1号"), "2")
        }
        await #expect(throws: CatalogError.unknownRelated("XX")) {
            let merger = ItemAdjustment(.merged, for: .decision, evidence: "川府发〔2026〕1号", related: ["XX"])
            try await adjust(merger, "3")
        }
        let merger = ItemAdjustment(
            .merged,
            for: .decision,
            evidence: "川府发〔2026〕1号",
            related: [CatalogLog.license().code]
        )
        try await adjust(merger, "4")
        #expect(try await catalog.item(id).draft?.adjustment == merger)
    }

    @Test(
        "an adjustment is handed in with what its cause asks for: the number and day of a document, and the document",
        arguments: [
            (.law, "国务院令第825号", nil, false, .evidenceDayMissing(found: nil)),
            (.law, "行政许可法第十二条", "2026-11-23", false, .evidenceDayMissing(found: "2026-11-23")),
            (.law, "行政许可法第十二条", "2026-11-20", false, nil),
            (.decision, "省政府的决定", "2026-11-20", true, .evidenceNumberMissing(found: "省政府的决定")),
            (.decision, "川府发〔2026〕1号", "2026-11-20", false, .evidenceFileMissing(asked: "上级取消、下放或者调整的决定")),
            (.decision, "川府发〔2026〕1号", "2026-11-20", true, nil),
            (.reorganization, "区委编委[2026]12号", nil, true, .evidenceDayMissing(found: nil)),
            (.reorganization, "区委编委[2026]12号", "2026-11-01", true, nil),
            (.operation, "两年没有办件", nil, false, nil),
            (.error, "咨询电话有误", nil, false, nil),
        ] as [(ItemAdjustment.Trigger, String, Day?, Bool, CatalogError?)]
    )
    func grounds(
        _ trigger: ItemAdjustment.Trigger,
        _ evidence: String,
        _ day: Day?,
        _ hasFile: Bool,
        _ refusal: CatalogError?
    ) async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let adjustment = ItemAdjustment(
            .changed,
            for: trigger,
            evidence: evidence,
            on: day,
            files: hasFile ? [CatalogLog.scan] : []
        )
        let draft = DraftPowerItem(item: nil, content: CatalogLog.license(), adjustment: adjustment)
        let id = try await catalog.submit(draft, by: "A", key: "draft")
        guard let refusal else { return try await submitted(catalog, id) }
        await #expect(throws: refusal) { try await submitted(catalog, id) }
        #expect(try await catalog.item(id).draft?.stage == .drafted)
    }

    @Test("an adjustment is applied for within twenty days of its document, one without a day whenever")
    func application() throws {
        let routes = try ConfirmationRoutes.shipped()
        let decided = ItemAdjustment(.changed, for: .decision, evidence: "川府发〔2026〕1号", on: "2026-03-02")
        let applied = try #require(routes.application(of: decided))
        #expect(applied.from == "2026-03-02")
        #expect(applied.within == .calendarDays(20))
        #expect(routes.application(of: ItemAdjustment(.changed, for: .error, evidence: "电话", on: "2026-03-02")) == nil)
        #expect(routes.application(of: ItemAdjustment(.changed, for: .law, evidence: "行政许可法§12")) == nil)
    }

    @Test(
        "what is merged ends on the day from which the whole is in force, each with the ground",
        arguments: StorageEngine.allCases
    )
    func merger(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        func publish(_ content: ItemContent, _ adjustment: ItemAdjustment?, from day: Day, _ key: String) async throws {
            let draft = DraftPowerItem(item: nil, content: content, adjustment: adjustment)
            let id = try await catalog.submit(draft, by: "A", key: "draft \(key)")
            try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "submit \(key)")
            try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm \(key)")
            try await catalog.submit(PublishPowerItem(item: id, inForceFrom: day), by: "C", key: "publish \(key)")
        }
        let parts = [("511A0138600001", "风筝放飞许可"), ("511A0138600002", "风筝续飞许可")]
        for (code, name) in parts {
            try await publish(CatalogLog.license(code, name), nil, from: CatalogLog.today, name)
        }
        let merger = ItemAdjustment(.merged, for: .decision, evidence: "川府发〔2026〕1号", related: parts.map(\.0))
        let whole = CatalogLog.license("511A0138600003", "风筝许可")
        try await publish(whole, merger, from: CatalogLog.today + 5, "whole")
        for (code, _) in parts {
            let found = try await catalog.log.read(CatalogLog.realm) { try $0.powerItem(code: code) }
            let abolition = try #require(found?.item.state.abolition)
            #expect(abolition.from == CatalogLog.today + 5)
            #expect(abolition.ground == "并入“风筝许可”（511A0138600003）（川府发〔2026〕1号）")
            #expect(abolition.trigger == .decision)
        }
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("no division ends what another exercises", arguments: StorageEngine.allCases)
    func foreignMerger(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        func ready(_ content: ItemContent, _ adjustment: ItemAdjustment?) async throws -> PowerItem.ID {
            let draft = DraftPowerItem(item: nil, content: content, adjustment: adjustment)
            let id = try await catalog.submit(draft, by: "A", key: "draft \(content.code)")
            try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "submit \(content.code)")
            try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm \(content.code)")
            return id
        }
        var theirs = CatalogLog.license("511A0138600001", "风筝放飞许可")
        theirs.division = "511900000000"
        let former = try await ready(theirs, nil)
        let today = CatalogLog.today
        try await catalog.submit(PublishPowerItem(item: former, inForceFrom: today), by: "C", key: "theirs")
        var ours = CatalogLog.license("511A0138600003", "风筝许可")
        ours.division = "511600000000"
        let merger = ItemAdjustment(.merged, for: .decision, evidence: "川府发〔2026〕1号", related: [theirs.code])
        let whole = try await ready(ours, merger)
        await #expect(throws: CatalogError.unknownRelated(theirs.code)) {
            try await catalog.submit(PublishPowerItem(item: whole, inForceFrom: today), by: "C", key: "ours")
        }
        let found = try await catalog.log.read(CatalogLog.realm) { try $0.powerItem(code: "511A0138600001") }
        #expect(found?.item.state.abolition == nil)
    }

    @Test(
        "what is split ends when its last part is published, from the latest of their days; a part on its way keeps it",
        arguments: StorageEngine.allCases
    )
    func split(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let former = "511A0138600001"
        func draft(_ content: ItemContent, _ adjustment: ItemAdjustment?) async throws -> PowerItem.ID {
            let draft = DraftPowerItem(item: nil, content: content, adjustment: adjustment)
            return try await catalog.submit(draft, by: "A", key: "draft \(content.code)")
        }
        func publish(_ id: PowerItem.ID, from day: Day) async throws {
            try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "submit \(id)")
            try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm \(id)")
            try await catalog.submit(PublishPowerItem(item: id, inForceFrom: day), by: "C", key: "publish \(id)")
        }
        func ending() async throws -> PowerItem.Abolition? {
            try await catalog.log.read(CatalogLog.realm) { try $0.powerItem(code: former)?.item.state.abolition }
        }
        try await publish(try await draft(CatalogLog.license(former, "风筝许可"), nil), from: CatalogLog.today)
        let split = ItemAdjustment(.split, for: .decision, evidence: "川府发〔2026〕1号", related: [former])
        let first = try await draft(CatalogLog.license("511A0138600002", "风筝放飞许可"), split)
        let second = try await draft(CatalogLog.license("511A0138600003", "风筝续飞许可"), split)
        let third = try await draft(CatalogLog.license("511A0138600004", "风筝收线许可"), split)

        try await publish(first, from: CatalogLog.today + 20)
        #expect(try await ending() == nil, "two parts are on their way")
        let other = ItemAdjustment(.added, for: .decision, evidence: "川府发〔2026〕1号")
        let draft = DraftPowerItem(
            item: third,
            content: CatalogLog.license("511A0138600004", "收线许可"),
            adjustment: other
        )
        try await catalog.submit(draft, by: "A", key: "no part")
        #expect(
            try await catalog.log.read(CatalogLog.realm) { try $0.parts(ofItem: former).map(\.inForceFrom) }
                == [CatalogLog.today + 20, nil]
        )
        try await publish(second, from: CatalogLog.today + 5)
        let abolition = try #require(try await ending())
        #expect(abolition.from == CatalogLog.today + 20, "the day of the part that comes last")
        #expect(
            abolition.ground == "分设为“风筝放飞许可”（511A0138600002）、“风筝续飞许可”（511A0138600003）（川府发〔2026〕1号）"
        )
        #expect(abolition.trigger == .decision)
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("an item that goes on as one of its parts does not end", arguments: StorageEngine.allCases)
    func splitFrom(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let former = "511A0138600001"
        func publish(
            _ id: PowerItem.ID?,
            _ content: ItemContent,
            _ adjustment: ItemAdjustment?
        ) async throws -> PowerItem.ID {
            let draft = DraftPowerItem(item: id, content: content, reason: "分设", adjustment: adjustment)
            let key = "\(content.name)"
            let item = try await catalog.submit(draft, by: "A", key: "draft \(key)")
            try await catalog.submit(SubmitPowerItem(item: item), by: "A", key: "submit \(key)")
            try await catalog.submit(ConfirmPowerItem(item: item), by: "B", key: "confirm \(key)")
            let day = CatalogLog.today + (id == nil ? 0 : 1)
            try await catalog.submit(PublishPowerItem(item: item, inForceFrom: day), by: "C", key: "publish \(key)")
            return item
        }
        let whole = try await publish(nil, CatalogLog.license(former, "风筝许可"), nil)
        let split = ItemAdjustment(.split, for: .decision, evidence: "川府发〔2026〕1号", related: [former])
        _ = try await publish(whole, CatalogLog.license(former, "风筝放飞许可"), split)
        _ = try await publish(nil, CatalogLog.license("511A0138600002", "风筝续飞许可"), split)
        let state = try await catalog.item(whole)
        #expect(state.abolition == nil)
        #expect(state.versions.count == 2)
    }

    @Test("an item is abolished as it stands: with a draft that changes it, or that never was in force, it is not")
    func abolition() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let id = try await drafted(catalog)
        let end = ItemAdjustment(.abolished, for: .operation, evidence: "区教育局〔2026〕3号")
        await #expect(throws: CatalogError.wrongStage(expected: "published", found: "drafted")) {
            let command = DraftPowerItem(item: id, content: CatalogLog.license(), reason: "两年没有办件", adjustment: end)
            try await catalog.submit(command, by: "A", key: "never in force")
        }
    }

    @Test(
        "questions and answers are read line by line, and what is half of a pair is told",
        arguments: [
            ("", [], nil),
            ("问：要带身份证吗？\n答：要，原件。", [CommonQuestion("要带身份证吗？", "要，原件。")], nil),
            (
                "问: 能代办吗？\n答: 能。\n带上委托书。\n\n问：收费吗？\n答：不收。",
                [CommonQuestion("能代办吗？", "能。\n带上委托书。"), CommonQuestion("收费吗？", "不收。")], nil
            ),
            ("要带身份证吗？", [], "要带身份证吗？"), ("答：要。", [], "答：要。"),
            ("问：要带身份证吗？", [], "问：要带身份证吗？"), ("问：甲？\n问：乙？\n答：丙。", [], "甲？"),
            ("问：\n答：要。", [], "问："),
        ] as [(String, [CommonQuestion], String?)]
    )
    func commonQuestions(written: String, questions: [CommonQuestion], unread: String?) {
        let read = CommonQuestion.list(written)
        #expect(read.questions == questions)
        #expect(read.unread == unread)
        #expect(CommonQuestion.list(questions.map(\.written).joined(separator: "\n")).questions == questions)
    }

    @Test("a draft written over what a colleague saved meanwhile is refused")
    func stale() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let id = try await drafted(catalog)
        var (mine, theirs) = (CatalogLog.license(), CatalogLog.license())
        mine.phone = "1"
        theirs.phone = "2"
        try await catalog.submit(DraftPowerItem(item: id, content: theirs, seen: 1), by: "B", key: "theirs")
        await #expect(throws: EventLogError.self) {
            try await catalog.submit(DraftPowerItem(item: id, content: mine, seen: 1), by: "A", key: "mine")
        }
        #expect(try await catalog.item(id).draft?.content.phone == "2")
    }

    @Test("two versions are compared field by field, and what is equal is left out")
    func comparison() {
        let old = CatalogLog.license()
        var new = old
        new.promisedLimit = .workingDays(7)
        new.phone = "0826-1234567"
        new.materials = []
        #expect(
            ItemComparison(old, new).changes == [
                .init(field: .promisedLimit, before: "10个工作日", after: "7个工作日"),
                .init(
                    field: .materials,
                    before: "风筝照片（必要；电子或纸质；原件 1 份、复印件 0 份；申请人自备）",
                    after: "不需要材料"
                ),
                .init(field: .phone, before: nil, after: "0826-1234567"),
            ]
        )
        #expect(ItemComparison(new, new).changes.isEmpty)
    }
}
