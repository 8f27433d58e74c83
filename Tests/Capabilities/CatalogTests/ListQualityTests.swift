import Catalog
import Codes
import EventLog
import Interchange
import Kernel
import TestSupport
import Testing

@Suite("Lists as agencies write them")
struct ListQualityTests {
    private func read(_ text: String) throws -> ItemReading {
        ItemReader.read(Array(text.utf8), format: .csv, known: ListKnowledge(try .national()))
    }

    @Test("a form is read from its header down: its unit is the agency, its sum and signatures are no rows")
    func form() throws {
        let form = """
            附件1　行政执法事项清单,,,,,
            填报单位：演示区教育局,,,填报日期：2026年3月2日,,
            序号,执法类别,事项名称,事项编码,执法依据,裁量基准
            1,行政处罚,对违规办学的处罚,B-1,民办教育促进法#62,有
            2,行政登记,办学登记,B-2,,
            合计 2 项,,,,,
            填表人：,审核人：,,,,
            """
        let reading = try read(form)
        #expect(reading.faults == [])
        #expect(reading.rows.map(\.row) == [4, 5])
        #expect(reading.rows.map(\.listing.agency?.name) == ["演示区教育局", "演示区教育局"])
        #expect(reading.rows.map(\.listing.category) == [.penalty, .registration])
        #expect(ItemReader.headings(of: Array(form.utf8), format: .csv).contains("执法类别"))
    }

    @Test("a row names its main item beside it, and the main item's own row names it alone")
    func mainItems() throws {
        let reading = try read(
            """
            填报单位,主项名称,事项名称,事项编码,事项类型代码
            区风筝局,风筝许可,,511A0138600000,1
            区风筝局,风筝许可,放飞许可,511A0138600001,1
            区风筝局,,,511A0138600002,1

            """
        )
        #expect(reading.faults.map(\.row) == [4])
        #expect(reading.rows.map(\.listing.name) == ["风筝许可", "放飞许可"])
        #expect(reading.rows.map(\.listing.mainName) == [nil, "风筝许可"])
    }

    @Test(
        "nearly the same names of one agency are told, those set apart by level, number or act are not",
        arguments: [
            ("对未按照规定报送经营活动情况的处罚", "对未按照规定报送经营活动资料情况的处罚", true),
            ("民办职业培训学校设立审批（市级）", "民办职业培训学校设立审批（县级）", false),
            ("建设项目环境影响评价文件审批新办", "建设项目环境影响评价文件审批变更", false),
            ("危险化学品经营许可证核发", "烟花爆竹零售经营许可证核发", false), ("放风筝", "放大风筝", false),
        ]
    )
    func similar(one: String, other: String, isTold: Bool) throws {
        let list = "code,name,category,agency\nA1,\(one),2,甲局\nA2,\(other),2,甲局\nA3,\(other)甲,2,乙局\n"
        let quality = ListQuality(try read(list), repealed: [])
        let told = quality.remarks.filter { $0.kind == .duplicate }
        #expect(told.map(\.row) == (isTold ? [3] : []))
        #expect(told.allSatisfy { $0.found.contains("与第 2 行“\(one)”相近（") })
    }

    @Test("the report of a list is a file with a line for each refused row and each remark, by row")
    func qualityFile() throws {
        let reading = try read("code,name,category\nA1,=1+1,2\n,乙,1\n")
        let file = ListQuality(reading, repealed: []).file(with: reading.faults)
        var table = try CSVTable(file, needs: ["行", "种类", "栏", "说明"])
        var rows: [[String]] = []
        while let record = try table.next() { rows.append(record.row.cells) }
        #expect(rows.map { $0[0] } == rows.map { $0[0] }.sorted())
        #expect(rows.contains(["3", "退回", "code", "应为文字，实为空"]))
        #expect(rows.contains(["2", "字段缺失", "填报单位", "未填报"]))
    }

    @Test(
        "a list that stops half way, lies about its encoding, repeats a code or holds a cell without end changes nothing",
        arguments: [
            (Array("code,name,category\nA1,甲,1\nA2,\"乙".utf8), nil, 3),
            (Array("code,name,category\nA1,甲,1\n".utf8), .gb18030, 2),
            (Array("code,name,category\nA1,甲,1\nA1,乙,1\n".utf8), nil, 3),
            (Array("code,name,category\nA1,甲,1\nA2,\(String(repeating: "乙", count: 3_500_000)),1\n".utf8), nil, 3),
        ] as [([UInt8], TextEncoding?, Int)]
    )
    func nothingChanges(bytes: [UInt8], declared: TextEncoding?, row: Int) async throws {
        let catalog = try await CatalogLog(on: .sqlite)
        let known = ListKnowledge(try .national())
        let list = ItemList(bytes, format: .csv, encoding: declared, known: known)
        let reading = list.read()
        #expect(reading.faults.map(\.row).contains(row))
        let load = ItemLoad(list, source: "清单", isPartial: false, keepingReason: "如此")
        await #expect(throws: CatalogError.importRefused(reading.faults)) {
            try await load.run(
                on: catalog.log,
                in: CatalogLog.realm,
                as: { Act(realm: CatalogLog.realm, actor: CatalogLog.officer("A"), key: "part \($0)") }
            ) { _ in }
        }
        let items = try await catalog.log.read(CatalogLog.realm) { reading in
            try reading.openItems(on: CatalogLog.today, after: "", limit: 10).items
        }
        #expect(items.isEmpty)
    }

    @Test("a main item and the sub-items of its name and agency belong together", arguments: StorageEngine.allCases)
    func family(on engine: StorageEngine) async throws {
        let catalog = try await CatalogLog(on: engine)
        let reading = try read(
            """
            填报单位,主项名称,事项名称,事项编码,事项类型代码
            区风筝局,风筝许可,,511A0138600000,1
            区风筝局,风筝许可,收风筝,511A0138600002,1
            区风筝局,风筝许可,放风筝,511A0138600001,1
            区教育局,风筝许可,教风筝,511A0138600003,1
            区教育局,,校车许可,511A0138600004,1
            ,风筝许可,看风筝,511A0138600005,1

            """
        )
        #expect(reading.faults == [])
        _ = try await catalog.load(reading)
        for row in reading.rows {
            let family = try await catalog.log.read(CatalogLog.realm) {
                try $0.family(of: row.listing.content, isPublic: true)
            }
            switch row.listing.agency?.name {
            case "区风筝局":
                #expect(family?.main?.code == "511A0138600000")
                #expect(family?.parts.map(\.name) == ["放风筝", "收风筝"])
            case "区教育局" where row.listing.mainName != nil:
                #expect(family?.name == "风筝许可")
                #expect(family?.main == nil, "another agency's main item is not its own")
                #expect(family?.parts.map(\.name) == ["教风筝"])
            default: #expect(family == nil, "\(row.listing.name)")
            }
        }
    }
}
