import Catalog
import Database
import EventLog
import Kernel
import Law
import TestSupport
import Testing

@Suite("The rows of the tasks that changes of law made")
struct LegalTaskRowsTests {
    private static let agencies = ["A1", "A2", nil]

    private static func law(_ name: String, _ day: Day, _ articles: [Int: String]) -> StatuteVersion {
        StatuteVersion(
            title: name,
            level: .law,
            enactments: [],
            inForceFrom: day,
            articles: articles.sorted { $0.key < $1.key }.map {
                Article(number: $0.key, paragraphs: [Paragraph($0.value)])
            }
        )
    }

    private func take(_ version: StatuteVersion, into catalog: CatalogLog) async throws {
        let key = "\(version.title) \(String(describing: version.inForceFrom))"
        try await catalog.submit(ImportStatute(version, source: "测试"), by: "L", key: key)
    }

    /// A published item of the `number`th agency.
    private func publish(
        _ catalog: CatalogLog,
        _ number: Int,
        _ bases: [LegalBasis],
        as known: PowerItem.ID? = nil,
        from day: Day = CatalogLog.today
    ) async throws -> PowerItem.ID {
        var content = CatalogLog.license("511A\(1_000_000 + number)0000", "放飞许可\(number)")
        content.bases = bases
        content.agency = AgencyReference(id: Self.agencies[number % 3], name: "第\(number % 3)局")
        content.division = number % 2 == 0 ? "511602000000" : "511603000000"
        let key = "\(number) \(day)"
        let draft = DraftPowerItem(item: known, content: content, reason: known.map { _ in "依据修改" })
        let id = try await catalog.submit(draft, by: "A", key: "draft \(key)")
        try await catalog.submit(SubmitPowerItem(item: id), by: "A", key: "submit \(key)")
        try await catalog.submit(ConfirmPowerItem(item: id), by: "B", key: "confirm \(key)")
        try await catalog.submit(PublishPowerItem(item: id, inForceFrom: day), by: "C", key: "publish \(key)")
        return id
    }

    private func decide(
        _ catalog: CatalogLog,
        _ item: PowerItem.ID,
        _ change: LegalChange,
        _ kind: LegalAnswer.Kind,
        isAgreed: Bool?
    ) async throws {
        let key = "\(item.text) \(change.text)"
        let answer = AnswerLegalChange(item: item, change: change, kind: kind, reason: "理由")
        try await catalog.submit(answer, by: "A", key: "answer \(key)")
        guard let isAgreed else { return }
        let decision = DecideLegalAnswer(item: item, change: change, isAgreed: isAgreed, opinion: "意见")
        try await catalog.submit(decision, by: "B", key: "decide \(key)")
    }

    /// Amendments that move, change and delete, a repeal for a day to come, answers, refusals, an exception, a further
    /// version and an abolition.
    private func history(_ catalog: CatalogLog) async throws -> [PowerItem.ID] {
        let kite = [1: "制定本法。", 3: "放飞风筝应当申请许可。", 5: "许可期限为一年。"]
        try await take(Self.law("风筝法", "2020-01-01", kite), into: catalog)
        try await take(Self.law("气球法", "2020-01-01", [2: "放飞气球应当申请许可。"]), into: catalog)
        var items: [PowerItem.ID] = []
        for number in 0..<9 {
            let bases =
                number % 3 == 2
                ? [LegalBasis("气球法", 2)] : [LegalBasis("风筝法", 3 + number % 2 * 2), LegalBasis("气球法", 2)]
            items.append(try await publish(catalog, number, bases))
        }
        let moved = [1: "制定本法。", 4: "放飞风筝应当申请许可。", 5: "许可期限为两年，可以申请延续一次。"]
        try await take(Self.law("风筝法", "2026-12-10", moved), into: catalog)
        let amended = LegalChange("风筝法", .version(2))
        try await decide(catalog, items[0], amended, .unaffected, isAgreed: true)
        try await decide(catalog, items[1], amended, .adjusting, isAgreed: false)
        try await decide(catalog, items[3], amended, .adjusting, isAgreed: nil)
        try await take(Self.law("风筝法", "2027-02-01", [1: "制定本法。", 5: "许可期限为两年，可以申请延续一次。"]), into: catalog)
        let repeal = RepealStatute("气球法", from: "2027-01-01", ground: "某会决定")
        try await catalog.submit(repeal, by: "L", key: "repeal")
        try await decide(catalog, items[2], LegalChange("气球法", .repeal), .exception, isAgreed: true)
        _ = try await publish(catalog, 4, [LegalBasis("风筝法", 4)], as: items[4], from: "2026-12-20")
        try await catalog.abolish(items[6], from: "2027-01-15", because: "机构改革")
        return items
    }

    @Test(
        "on every day they are what the items and the library say, and a rebuild makes the same",
        arguments: StorageEngine.allCases
    )
    func truth(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let items = try await history(catalog)
        var most = 0
        for day in [
            "2026-11-21", "2026-11-22", "2026-12-09", "2026-12-10", "2026-12-20", "2027-01-01", "2027-01-15",
            "2027-02-01", "2028-01-01",
        ] as [Day] {
            let (rows, truth, counts) = try await catalog.log.read(CatalogLog.realm) { reading in
                (
                    try reading.legalTasks(on: day),
                    try items.flatMap { try reading.legalTasks(of: $0, on: day) }.sorted { $0.place < $1.place },
                    try reading.legalTaskCounts(on: day)
                )
            }
            #expect(rows == truth, "\(day)")
            for progress in LegalTask.Progress.allCases {
                #expect(counts.tasks[progress] ?? 0 == truth.count { $0.progress == progress }, "\(day) \(progress)")
            }
            #expect(counts.overdue == truth.count { $0.isOverdue(on: day) }, "\(day)")
            most = max(most, truth.count)
        }
        #expect(most > 9, "the history makes more than one task an item")
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: true).allSatisfy(\.isEqual))
        #expect(try await catalog.log.outdatedProjections(CatalogLog.realm).isEmpty)
    }

    @Test(
        "pages follow each other without a gap or a repetition, whatever is filtered",
        arguments: StorageEngine.allCases
    )
    func pages(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        _ = try await history(catalog)
        let day: Day = "2027-01-01"
        let all = try await catalog.log.read(CatalogLog.realm) { try $0.legalTasks(on: day) }
        let cases: [(LegalTaskFilter, (LegalTask) -> Bool)] = [
            (.all, { _ in true }),
            (LegalTaskFilter(progress: .open), { $0.progress == .open }),
            (LegalTaskFilter(agency: "A1"), { $0.agency?.id == "A1" }),
            (LegalTaskFilter(reach: .init()), { _ in false }),
            (LegalTaskFilter(reach: .init(seesUnassigned: true)), { $0.agency?.id == nil }),
            (
                LegalTaskFilter(reach: .init(agency: "A2", division: "511602")),
                { $0.agency?.id == "A2" || ($0.agency?.id != nil && $0.division == "511602000000") }
            ),
        ]
        for (filter, isAsked) in cases {
            var found: [LegalTask] = []
            var pages = 0
            while true {
                let last = found.last?.place
                let page = try await catalog.log.read(CatalogLog.realm) {
                    try $0.legalTasks(on: day, filter, after: last, limit: 2)
                }
                guard !page.isEmpty else { break }
                #expect(page.count <= 2)
                found += page
                pages += 1
            }
            #expect(found == all.filter(isAsked), "\(filter)")
            #expect(pages == (found.count + 1) / 2)
        }
        let agencies = try await catalog.log.read(CatalogLog.realm) { try $0.legalTaskAgencies(on: day) }
        #expect(agencies.map(\.id) == ["A1", "A2"])
        #expect(agencies.map(\.tasks) == ["A1", "A2"].map { id in all.count { $0.agency?.id == id } })
    }

    @Test("other days for answering are other rows: the projection is made anew")
    func rules() throws {
        let usual = LegalTaskProjection(try LegalTaskRules([LegalTaskLimits(source: "省")]))
        let shorter = LegalTaskProjection(try LegalTaskRules([LegalTaskLimits(agencyDays: 10, source: "省")]))
        #expect(usual.version != shorter.version)
        #expect(LegalTaskProjection().version == LegalTaskProjection().version)
    }
}
