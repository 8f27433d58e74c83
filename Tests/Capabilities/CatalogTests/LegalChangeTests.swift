import Catalog
import EventLog
import Kernel
import Law
import TestSupport
import Testing

@Suite("When the law under an item changes")
struct LegalChangeTests {
    private static let kites = "放飞风筝，应当向所在地的主管部门申请许可。"

    private static func law(_ day: Day, _ articles: [Int: String]) -> StatuteVersion {
        StatuteVersion(
            title: "风筝法",
            level: .law,
            enactments: [],
            inForceFrom: day,
            articles: articles.sorted { $0.key < $1.key }.map {
                Article(number: $0.key, paragraphs: [Paragraph($0.value)])
            }
        )
    }

    /// A published license that rests on 风筝法第三条 as it stands since 2020.
    private func licensed(
        _ catalog: CatalogLog,
        _ content: ItemContent = CatalogLog.license()
    ) async throws
        -> PowerItem.ID
    {
        let old = LegalChangeTests.law("2020-01-01", [1: "制定本法。", 3: LegalChangeTests.kites])
        try await catalog.submit(ImportStatute(old, source: "旧"), by: "L", key: "old")
        let id = try await catalog.submit(DraftPowerItem(item: nil, content: content), by: "A", key: "draft")
        try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "submit")
        try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm")
        try await catalog.submit(PublishPowerItem(item: id, inForceFrom: CatalogLog.today), by: "C", key: "publish")
        return id
    }

    @Test("a division may set its own days for answering; the longest beginning of its digits counts")
    func rules() throws {
        let rules = try LegalTaskRules([
            LegalTaskLimits(source: "省"), LegalTaskLimits(division: "5116", agencyDays: 15, source: "市"),
            LegalTaskLimits(division: "511602", agencyDays: 7, officeDays: 3, source: "区"),
        ])
        #expect(rules.limits(in: "511602000000").agencyDays == 7)
        #expect(rules.limits(in: "511603000000").agencyDays == 15)
        #expect(rules.limits(in: nil).officeDays == 10)
        #expect(throws: LegalTaskRules.Fault.incomplete) { try LegalTaskRules([]) }
        #expect(try LegalTaskRules.shipped().limits(in: "510000000000").agencyDays == 20)
    }

    private func tasks(_ catalog: CatalogLog, on day: Day) async throws -> [LegalTask] {
        try await catalog.log.read(CatalogLog.realm) { try $0.legalTasks(on: day) }
    }

    private func obstacle(_ catalog: CatalogLog, _ id: PowerItem.ID, on day: Day) async throws -> CatalogError? {
        try await catalog.log.read(CatalogLog.realm) { reading in
            let item = try reading.state(PowerItem.self, id.text).state
            do throws(CatalogError) {
                let statutes = try? reading.statutes(of: item.version(on: day))
                _ = try item.requireExecutable(on: day, under: statutes ?? [:])
                return nil
            } catch {
                return error
            }
        }
    }

    @Test(
        "an item is asked about only what its own article became",
        arguments: [
            ([1: "制定本法。", 3: kites], nil),
            ([1: "为了安全，制定本法。", 3: kites], nil),
            ([1: "制定本法。", 3: "放飞大型风筝，应当向所在地的主管部门申请许可。"], .amended(to: ArticleReference(3))),
            ([1: "制定本法。", 2: "风筝分为三类。", 4: kites], .moved(to: ArticleReference(4))),
            ([1: "制定本法。", 2: "风筝分为三类。"], .fell),
        ] as [([Int: String], BasisEffect.Outcome?)]
    )
    func effect(articles: [Int: String], outcome: BasisEffect.Outcome?) async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        _ = try await licensed(catalog)
        let new = LegalChangeTests.law("2026-12-01", articles)
        try await catalog.submit(ImportStatute(new, source: "新"), by: "L", key: "new")
        // The days run from when the change is known; the item is suspended only when it comes.
        #expect(try await tasks(catalog, on: "2026-11-30").map(\.isSuspended) == (outcome == nil ? [] : [false]))
        let found = try await tasks(catalog, on: "2026-12-01")
        #expect(found.flatMap(\.effects).map(\.outcome) == (outcome.map { [$0] } ?? []))
        #expect(found.map(\.isSuspended) == (outcome.map { [$0 == .fell] } ?? []))
    }

    @Test(
        "an item whose last basis fell takes no new case until the legal office agrees to an exception",
        arguments: StorageEngine.allCases
    )
    func suspended(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let id = try await licensed(catalog)
        let day: Day = CatalogLog.today
        let change = LegalChange("风筝法", .repeal)
        let early = AnswerLegalChange(item: id, change: change, kind: .exception, reason: "过渡条款")
        await #expect(throws: CatalogError.notAffected("风筝法@repeal")) {
            try await catalog.submit(early, by: "A", key: "0")
        }
        #expect(try await obstacle(catalog, id, on: day) == nil)
        let repeal = RepealStatute("中华人民共和国风筝法", from: day, ground: "某会决定")
        #expect(try await catalog.submit(repeal, by: "L", key: "repeal") == 1)
        guard case .notExecutable(_, _, .basisFell(let fallen))? = try await obstacle(catalog, id, on: day) else {
            Issue.record("expected a suspended item")
            return
        }
        #expect(fallen.map(\.basis.chinese) == ["《风筝法》第三条"])
        #expect(try await obstacle(catalog, id, on: day - 1) != nil)

        // 20 days for the agency from the day it became known, 10 for the legal office from the answer.
        #expect(try await tasks(catalog, on: day).map(\.stage) == [.open(due: "2026-12-12")])
        #expect(try await tasks(catalog, on: "2026-12-13").map { $0.isOverdue(on: "2026-12-13") } == [true])
        try await catalog.submit(early, by: "A", key: "1")
        #expect(try await tasks(catalog, on: day).map(\.due) == ["2026-12-02"])
        #expect(try await obstacle(catalog, id, on: day) != nil)
        await #expect(throws: CatalogError.samePerson(actor: "A", role: .confirmer, heldRole: .submitter)) {
            try await catalog.submit(
                DecideLegalAnswer(item: id, change: change, isAgreed: true, opinion: "同意"),
                by: "A",
                key: "2"
            )
        }
        let refusal = DecideLegalAnswer(item: id, change: change, isAgreed: false, opinion: "过渡条款不适用")
        try await catalog.submit(refusal, by: "B", key: "3")
        #expect(try await tasks(catalog, on: day).map(\.stage) == [.open(due: "2026-12-12")])
        #expect(try await obstacle(catalog, id, on: day) != nil)
        try await catalog.submit(early, by: "A", key: "4")
        let consent = DecideLegalAnswer(item: id, change: change, isAgreed: true, opinion: "依决定第二条")
        try await catalog.submit(consent, by: "B", key: "5")
        #expect(try await obstacle(catalog, id, on: day) == nil)
        #expect(try await tasks(catalog, on: day).map(\.due) == [nil])
        await #expect(throws: CatalogError.wrongStage(expected: "unanswered", found: "decided")) {
            try await catalog.submit(early, by: "A", key: "6")
        }
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("one citation that holds carries the item", arguments: StorageEngine.allCases)
    func carried(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        var content = CatalogLog.license()
        content.bases.append(LegalBasis("放飞条例", 5))
        let id = try await licensed(catalog, content)
        let repeal = RepealStatute("风筝法", from: CatalogLog.today, ground: "某会决定")
        try await catalog.submit(repeal, by: "L", key: "repeal")
        #expect(try await obstacle(catalog, id, on: CatalogLog.today) == nil)
        #expect(try await tasks(catalog, on: CatalogLog.today).map(\.isSuspended) == [false])
        let resting = try await catalog.log.read(CatalogLog.realm) {
            try $0.items(restingOn: "风筝法", isPublic: true).map(\.code)
        }
        #expect(resting == [content.code])
    }

    @Test("a repeal names a statute of the library and its ground, and is recorded once")
    func refusals() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        _ = try await licensed(catalog)
        let day = CatalogLog.today
        await #expect(throws: LawError.unknownStatute("没有的法")) {
            try await catalog.submit(RepealStatute("没有的法", from: day, ground: "决定"), by: "L", key: "1")
        }
        await #expect(throws: LawError.groundMissing) {
            try await catalog.submit(RepealStatute("风筝法", from: day, ground: " "), by: "L", key: "2")
        }
        try await catalog.submit(RepealStatute("风筝法", from: day, ground: "决定"), by: "L", key: "3")
        await #expect(throws: LawError.alreadyRepealed(title: "风筝法", from: day)) {
            try await catalog.submit(RepealStatute("风筝法", from: day, ground: "决定"), by: "L", key: "4")
        }
    }
}
