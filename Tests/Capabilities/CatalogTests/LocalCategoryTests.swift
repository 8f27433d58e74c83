@testable import Catalog
import Codes
import EventLog
import Interchange
import Kernel
import Law
import TestSupport
import Testing

@Suite("Categories that a division adds to the national ones")
struct LocalCategoryTests {
    private static let division = "511602000000"
    private static let annual = ["NJ", "年检", "Annual check", "行政检查", "NJ", "川府发〔2026〕5号", "", ""]
    private static let rows: [OfficialListRow] = [
        annual + ["年检周期", "选择", "是", "每年、每两年"], annual + ["上次年检", "日期", "否", ""],
        annual + ["抽查比例", "数字", "", ""],
        ["SHZB", "审核转报", "", "其他行政权力", "K", "川府发〔2026〕5号", "", "2026-12-31", "", "", "", ""],
    ]

    /// Publishes the next version of a division's catalog of categories.
    private func publish(
        _ rows: [OfficialListRow],
        of owner: String = "511602",
        from day: Day = CatalogLog.today,
        in catalog: CatalogLog,
        _ key: String
    ) async throws {
        let kind = try OfficialListKind.shipped(LocalCategory.kind)
        let report = SubmissionReport(document: "区府〔2026〕3号", head: "张某", signedOn: CatalogLog.today)
        let id = OfficialList.id(kind, of: owner).text
        let isFirst = try await catalog.log.read(CatalogLog.realm) {
            try $0.state(OfficialList.self, id).state.versions.isEmpty
        }
        let cause = isFirst ? nil : ItemAdjustment(.changed, for: .error, evidence: "清单核对记录")
        let deeds: [(String, KeepOfficialList.Deed)] = [
            ("A", .draft(rows, reason: "编制", adjustment: cause)), ("A", .submit(report)), ("B", .publish(from: day)),
        ]
        for (officer, deed) in deeds {
            try await catalog.submit(KeepOfficialList(kind, of: owner, deed), by: officer, key: "\(key) \(deed)")
        }
    }

    private func categories(_ catalog: CatalogLog, on day: Day = CatalogLog.today) async throws -> LocalCategories {
        try await catalog.log.read(CatalogLog.realm) { try $0.localCategories(on: day) }
    }

    private static func content(_ name: String, _ category: PowerCategory, _ local: StatedCategory?) -> ItemContent {
        var content = ItemContent(code: "", name: name, category: category, bases: [LegalBasis("民办教育促进法", 41)])
        content.agency = AgencyReference(code: "11511301008778183N", name: "演示区教育局")
        content.division = division
        content.local = local
        return content
    }

    private func incomplete(_ expected: String, _ found: String) -> CatalogError {
        .incomplete([ContentFault(.category, expected: expected, found: found)])
    }

    @Test("those of the division and of the divisions above it are used, in the version of the day")
    func used() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        try await publish(Self.rows, in: catalog, "county")
        let province = ["ZZ", "资质年审", "", "行政确认", "", "川府发〔2026〕6号", "2026-12-01", "", "", "", "", ""]
        try await publish([province], of: "510000", in: catalog, "province")
        try await publish([province], of: "510100", in: catalog, "another city")
        func names(_ day: Day) async throws -> [String] {
            try await categories(catalog, on: day).used(in: Self.division).map(\.category.chinese)
        }
        #expect(try await names(CatalogLog.today) == ["年检", "审核转报"])
        #expect(try await names("2026-12-01") == ["年检", "审核转报", "资质年审"])
        #expect(try await names("2026-12-31") == ["年检", "资质年审"], "it ended on that day")
        #expect(try await names("2026-11-21").isEmpty, "nothing was published then")
        let annual = try await categories(catalog).entry(called: "NJ", in: Self.division)?.category
        #expect(annual?.questions.map(\.label) == ["年检周期", "上次年检", "抽查比例"])
        #expect(annual?.questions.map(\.kind) == [.choice, .day, .number])
    }

    private struct Faulty: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout [OfficialListRow]) -> Void
        let fault: ImportFault

        /// A cell that is written otherwise, and the fault of it or of the column that it makes wrong.
        init(
            _ description: String,
            _ row: Int,
            _ column: String,
            _ value: String,
            _ expected: String,
            _ found: String,
            in faulty: String? = nil
        ) {
            testDescription = description
            let place = LocalCategory.Column.allCases.firstIndex { $0.rawValue == column } ?? 0
            change = { $0[row - 1][place] = value }
            fault = ImportFault(row: row, column: faulty ?? column, expected: expected, found: found)
        }
    }

    private static let faulty = [
        Faulty("a national name", 4, "类别名称", "行政确认", "全国统一类型之外的名称", "行政确认"),
        Faulty("a name of another", 4, "类别名称", "年检", "不重复的名称", "年检，与第 1 行相同"),
        Faulty("letters of a national category", 4, "编码字母", "XK", "没有被占用的字母", "XK，是行政许可的"),
        Faulty("letters of another", 4, "编码字母", "NJ", "没有被占用的字母", "NJ，与第 1 行相同"),
        Faulty("letters that are none", 4, "编码字母", "k1", "一个或者两个大写字母", "k1"),
        Faulty("a code that is none", 4, "类别编码", "转 报", "字母、数字和连字符", "转 报"),
        Faulty("a category told in two ways", 2, "依据", "另一文件", "同一类别各行相同（第 1 行：川府发〔2026〕5号）", "另一文件"),
        Faulty("a choice of one", 1, "可选内容", "每年", "用“、”隔开的两个以上不同的选项", "每年"),
        Faulty("choices of a day", 2, "可选内容", "甲、乙", "填写方式不是“选择”的留空", "甲、乙"),
        Faulty("no way to answer", 3, "填写方式", "", "文字、数字、日期、选择", "空"),
        Faulty("a way to answer nothing", 4, "填写方式", "文字", "没有填报内容的行留空", "文字"),
        Faulty("no day", 4, "启用日期", "明年", "日期，如 2026-03-01", "明年"),
        Faulty(
            "an end before the beginning",
            4,
            "启用日期",
            "2027-01-01",
            "启用日期2027年1月1日之后的日期",
            "2026-12-31",
            in: "停用日期"
        ),
    ]

    @Test("a catalog of categories that contradicts itself or the national types is refused", arguments: faulty)
    private func faults(_ faulty: Faulty) throws {
        var rows = Self.rows
        faulty.change(&rows)
        let kind = try OfficialListKind.shipped(LocalCategory.kind)
        #expect(kind.faults(of: Self.rows).isEmpty)
        #expect(kind.faults(of: rows) == [faulty.fault])
        #expect(LocalCategory.Column.allCases.map(\.rawValue) == kind.columns.map(\.name))
    }

    @Test(
        "an item is held to the questions of its category, found and coded by it, and keeps what it was published under",
        arguments: StorageEngine.allCases
    )
    func life(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        try await publish(Self.rows, in: catalog, "1")
        let entry = try #require(try await categories(catalog).entry(called: "年检", in: Self.division))
        let stated = entry.stated([.init("年检周期", "每年"), .init("上次年检", "")])
        #expect(stated.cell == "年检周期：每年", "what is left empty is not stated")
        let item = try await catalog.submit(
            DraftPowerItem(item: nil, content: Self.content("民办学校年检", .inspection, entry.stated([]))),
            by: "A",
            key: "draft"
        )
        await #expect(throws: incomplete("地方类别“年检”：填写“年检周期”（每年、每两年之一）", "未填报")) {
            try await catalog.submit(SubmitPowerItem(item: item), by: "A", key: "too early")
        }
        let wrong = entry.stated([.init("年检周期", "有时"), .init("抽查比例", "多")])
        try await redraft(item, .inspection, wrong, in: catalog, "wrong")
        await #expect(
            throws: CatalogError.incomplete([
                ContentFault(.category, expected: "地方类别“年检”：“年检周期”为每年、每两年之一", found: "有时"),
                ContentFault(.category, expected: "地方类别“年检”：“抽查比例”为数字", found: "多"),
            ])
        ) { try await catalog.submit(SubmitPowerItem(item: item), by: "A", key: "wrong") }
        try await redraft(item, .license, stated, in: catalog, "like")
        await #expect(throws: incomplete("行政检查，“年检”按行政检查办理", "行政许可")) {
            try await catalog.submit(SubmitPowerItem(item: item), by: "A", key: "like")
        }
        try await redraft(item, .inspection, stated, in: catalog, "right")
        try await catalog.submit(SubmitPowerItem(item: item), by: "A", key: "submit")
        // Two letters say nothing in the scheme of Sichuan, and it has none for inspections.
        await #expect(throws: CatalogError.noCode(category: .inspection, agency: "演示区教育局")) {
            try await catalog.submit(ConfirmPowerItem(item: item), by: "B", key: "no code")
        }
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    private func redraft(
        _ item: PowerItem.ID,
        _ category: PowerCategory,
        _ stated: StatedCategory,
        in catalog: CatalogLog,
        _ key: String
    ) async throws {
        let content = Self.content("民办学校年检", category, stated)
        try await catalog.submit(DraftPowerItem(item: item, content: content), by: "A", key: "draft \(key)")
    }

    @Test(
        "a later version of the catalog changes no published item, and asks drafts anew",
        arguments: StorageEngine.allCases
    )
    func versions(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        try await publish(Self.rows, in: catalog, "1")
        let entry = try #require(try await categories(catalog).entry(called: "审核转报", in: Self.division))
        func draft(_ name: String) async throws -> PowerItem.ID {
            let content = Self.content(name, .other, entry.stated([]))
            return try await catalog.submit(DraftPowerItem(item: nil, content: content), by: "A", key: "draft \(name)")
        }
        let (first, second, third) = (try await draft("甲转报"), try await draft("乙转报"), try await draft("丙转报"))
        for item in [first, third] {
            try await catalog.submit(SubmitPowerItem(item: item), by: "A", key: "submit \(item)")
            try await catalog.submit(ConfirmPowerItem(item: item), by: "B", key: "confirm \(item)")
        }
        let suffix = "000-\(Self.division)-000-11511301008778183N-1-00"
        let published = PublishPowerItem(item: first, inForceFrom: CatalogLog.today)
        try await catalog.submit(published, by: "C", key: "publish")
        await #expect(throws: incomplete("类别目录中2026年12月31日使用的地方类别", "“审核转报”，不在使用")) {
            let late = PublishPowerItem(item: third, inForceFrom: "2026-12-31")
            try await catalog.submit(late, by: "C", key: "late")
        }
        var rows = Self.rows
        rows[3][1] = "审查转报"
        try await publish(rows, from: CatalogLog.today + 1, in: catalog, "2")
        #expect(try await categories(catalog).entry(called: "审核转报", in: Self.division)?.version == 1, "not yet")
        let tomorrow = try await categories(catalog, on: CatalogLog.today + 1)
        #expect(tomorrow.entry(called: "审查转报", in: Self.division)?.version == 2)
        let version = try #require(try await catalog.item(first).versions.first)
        #expect(version.content.local == entry.stated([]))
        #expect(version.content.code == "511K05001\(suffix)", "the letter of the category stands in the code")
        try await catalog.submit(SubmitPowerItem(item: second), by: "A", key: "second")
        try await find(first, in: catalog)
        #expect(try await catalog.log.rebuild(CatalogLog.realm, keeping: false).allSatisfy(\.isEqual))
    }

    /// It is found by the category's name, counted under it, and stands in the open catalog with it.
    private func find(_ item: PowerItem.ID, in catalog: CatalogLog) async throws {
        let search = CatalogSearch()
        let (named, all, chosen, open) = try await catalog.log.read(CatalogLog.realm) { reading in
            (
                try search.search(CatalogQuery("审核转报"), in: reading), try search.search(CatalogQuery(), in: reading),
                try search.search(CatalogQuery(localCategory: "审核转报", division: Self.division), in: reading),
                try reading.openItems(on: CatalogLog.today, after: "", limit: 10).items
            )
        }
        #expect(named.entries.map(\.id) == [item])
        #expect(named.entries.first?.localCategory == "审核转报")
        #expect(all.localCategories == [.init(value: "审核转报", count: 1)])
        #expect(chosen.entries.map(\.id) == [item])
        #expect(chosen.categories.map(\.value) == [.other])
        let values = CatalogField.all.filter { $0.code.hasPrefix("local_type") }.map { $0.value(of: open[0]) }
        #expect(values == ["SHZB", "审核转报", nil])
    }

    private static let file = """
        task_code,task_name,task_type_name,dept_name,region_code,local_type_name,local_type_answers
        A-1,民办学校年检,行政检查,演示区教育局,511602000000,年检,年检周期：每两年；上次年检：2025-03-01
        A-2,学籍转报,审核转报,演示区教育局,511602000000,,
        A-3,校车年检,行政许可,演示区教育局,511602000000,年检,
        A-4,校园年检,行政检查,演示区教育局,511602000000,年检,年检周期：有时；其他：甲；每年
        A-5,校舍年检,行政检查,演示区教育局,510100000000,年检,年检周期：每年
        A-6,某事项,没有的类别,演示区教育局,511602000000,,
        """

    @Test("a list names local categories in a column of their own or in that of the type; what does not fit is told")
    func imported() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        try await publish(Self.rows, in: catalog, "1")
        let reading = ItemReader.read(
            Array(Self.file.utf8),
            format: .csv,
            known: ListKnowledge(try .national(), try await categories(catalog))
        )
        #expect(reading.faults.map(\.row) == [7])
        #expect(reading.faults[0].expected.contains("类别目录中的地方类别"))
        #expect(reading.rows.map(\.listing.category) == [.inspection, .other, .license, .inspection, .inspection])
        let stated = reading.rows.map(\.listing.details?.local)
        #expect(stated.map { $0?.chinese } == ["年检", "审核转报", nil, "年检", nil])
        #expect(stated[0]?.cell == "年检周期：每两年；上次年检：2025-03-01")
        #expect(stated[3]?.answers.isEmpty == true)
        let told = reading.rows.map { $0.doubts.filter { $0.column.hasPrefix("local") }.map(\.found) }
        #expect(told == [[], [], ["年检（按行政检查办理）"], ["每年", "有时", "其他"], ["年检"]])
        // What is taken over goes out under the national names and comes in again alike.
        let report = try await catalog.load(
            ItemReading(rows: reading.rows, faults: [], codeColumn: reading.codeColumn)
        )
        #expect(report.loaded == 5)
        let open = try await catalog.log.read(CatalogLog.realm) {
            try $0.openItems(on: CatalogLog.today, after: "", limit: 10).items
        }
        var writer = CSVWriter(guardsFormulas: false, byteOrderMark: false)
        writer.append(CatalogField.all.map(\.code))
        for item in open { writer.append(CatalogField.all.map { $0.value(of: item) ?? "" }) }
        let again = ItemReader.read(
            writer.take(),
            format: .csv,
            known: ListKnowledge(try .national(), try await categories(catalog))
        )
        #expect(again.rows.map(\.listing.details?.local) == stated)
    }

    @Test("two versions of an item are told apart by their local categories and what they answer")
    func compared() async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        try await publish(Self.rows, in: catalog, "1")
        let entry = try #require(try await categories(catalog).entry(called: "年检", in: Self.division))
        let before = Self.content("民办学校年检", .inspection, entry.stated([.init("年检周期", "每年")]))
        let after = Self.content("民办学校年检", .inspection, nil)
        let changes = ItemComparison(before, after).changes
        #expect(changes.map(\.field) == [.category])
        #expect(changes[0].before == "行政检查\n地方类别：年检\n年检周期：每年")
    }
}
