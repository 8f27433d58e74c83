import Catalog
import Codes
import Definitions
import Interchange
import Kernel
import Law
import Testing

@Suite("Lists of items")
struct ImportTests {
    private func read(_ text: String, _ format: ItemReader.Format = .csv) throws -> ItemReading {
        ItemReader.read(Array(text.utf8), format: format, known: ListKnowledge(try .national()))
    }

    @Test(
        "the published lists are taken whole, and what is doubtful about them is named",
        arguments: [
            ("guangan-items.csv", 753), ("liaoning-items.csv", 20),
        ] as [(String, Int)]
    )
    func published(file: String, count: Int) throws {
        let bytes = try Definitions.bytes("demonstration/\(file)")
        let reading = ItemReader.read(bytes, format: .csv, known: ListKnowledge(try .national()))
        #expect(reading.faults == [])
        #expect(reading.rows.count == count)
        #expect(!reading.doubts.isEmpty)
    }

    @Test("a credit code with a wrong check digit is a doubt, not a fault")
    func doubt() throws {
        let bytes = try Definitions.bytes("demonstration/guangan-items.csv")
        let reading = ItemReader.read(bytes, format: .csv, known: ListKnowledge(try .national()))
        let doubted = reading.doubts.filter { $0.expected.contains("校验码") }
        #expect(!doubted.isEmpty)
    }

    @Test(
        "the mark before a formula is taken off in csv, where it is put; elsewhere it is part of the cell",
        arguments: [
            ("code,name,category\nA1,'=甲,1\n", .csv, "=甲"),
            (#"[{"code": "A1", "name": "'=甲", "category": "1"}]"#, .json, "'=甲"),
        ] as [(String, ItemReader.Format, String)]
    )
    func formula(text: String, format: ItemReader.Format, name: String) throws {
        let reading = try read(text, format)
        #expect(reading.faults == [])
        #expect(reading.rows.map(\.listing.name) == [name])
    }

    @Test("levels and bases of the list of Liaoning are read")
    func liaoning() throws {
        let bytes = try Definitions.bytes("demonstration/liaoning-items.csv")
        let reading = ItemReader.read(bytes, format: .csv, known: ListKnowledge(try .national()))
        let first = try #require(reading.rows.first?.listing)
        #expect(first.category == .adjudication)
        #expect(first.levels == [.province, .city])
        #expect(first.bases.map(\.short) == ["中华人民共和国专利法#65", "辽宁省专利条例#22"])
        #expect(first.agency == nil)
        let unknown = try #require(reading.rows.first { $0.listing.code == "219964005000" })
        #expect(unknown.listing.category == .other)
        #expect(unknown.doubts.contains { $0.column == "事项类型代码" && $0.found == "99" })
    }

    @Test(
        "every wrong row is named with its place",
        arguments: [
            ("code,name,category\n,甲,1\n", [(2, "code", "文字", "空")]),
            ("code,name,category\nA1,,1\n", [(2, "name", "文字", "空")]),
            ("code,name,category\nA1,甲,许可?\n", [(2, "category", "事项类型，如 1、01 或者行政许可，或者类别目录中的地方类别", "许可?")]),
            ("code,name,category\nA1,甲\n", [(2, "category", "3 格", "2 格")]),
            (
                "code,name,category\nA1,甲,1\nA1,乙,1\n",
                [(3, "code", "清单中不重复的编码", "A1，与第 2 行相同")]
            ),
            ("code,name,category\nA1,\"甲\n乙\",1\n", [(2, "name", "一行文字", "控制字符")]),
            ("code,name,category\nA1,\"甲,1\n", [(2, "name", "引号成对", "文件已结束")]),
            (
                "code,name,category\n,,\nA2,乙,1\n,丙,9999999\n",
                [
                    (2, "code", "文字", "空"), (2, "name", "文字", "空"),
                    (2, "category", "文字", "空"),
                    (4, "code", "文字", "空"), (4, "category", "事项类型，如 1、01 或者行政许可，或者类别目录中的地方类别", "9999999"),
                ]
            ),
        ] as [(String, [(Int, String, String, String)])]
    )
    func faults(text: String, expected: [(Int, String, String, String)]) throws {
        let faults = expected.map { ImportFault(row: $0.0, column: $0.1, expected: $0.2, found: $0.3) }
        #expect(try read(text).faults == faults)
    }

    @Test("names of ten thousand characters are refused by their length, emoji are kept")
    func names() throws {
        let long = try read("code,name,category\nA1,\(String(repeating: "长", count: 10_000)),1\n")
        #expect(long.faults.map(\.found) == ["10000 个字"])
        let emoji = try read("\u{FEFF}code,name,category\r\nA1,🪁 放风筝,行政许可\r\n")
        #expect(emoji.rows.map(\.listing.name) == ["🪁 放风筝"])
    }

    @Test(
        "what is no list is one fault",
        arguments: [
            ("", ItemReader.Format.csv), ("甲,乙\n1,2\n", .csv), ("", .json), ("{}", .json), ("[1]", .json),
            ("[{}]", .json),
            (#"[{"code":1.5}]"#, .json),
        ] as [(String, ItemReader.Format)]
    )
    func noList(text: String, format: ItemReader.Format) throws {
        let reading = try read(text, format)
        #expect(reading.faults.count == 1)
        #expect(reading.faults.first?.row == 1)
        #expect(reading.rows.isEmpty)
    }

    @Test("json is read like csv, by the names of the columns")
    func json() throws {
        let text =
            #"[{"code":"A1","name":"甲","category":1,"bases":"专利法#65"},{"code":"A2","name":["乙"],"category":1},7]"#
        let reading = try read(text, .json)
        #expect(reading.rows.map(\.listing.bases.first?.short) == ["专利法#65"])
        #expect(
            reading.faults == [
                ImportFault(row: 2, column: "name", expected: "文字", found: "数组"),
                ImportFault(row: 3, column: "1", expected: "对象", found: "数字"),
            ]
        )
    }

    @Test("bytes of no encoding and cells without end are faults, not crashes")
    func bytes() throws {
        let divisions = try DivisionTable.national()
        let noise: [UInt8] = Array("code,name,category\nA1,".utf8) + [0xFF, 0xFE, 0xFF, 0xFF] + Array(",1\n".utf8)
        #expect(!ItemReader.read(noise, format: .csv, known: ListKnowledge(divisions)).faults.isEmpty)
        let huge = Array("code,name,category\nA1,\(String(repeating: "x", count: 2 << 20)),1\n".utf8)
        #expect(ItemReader.read(huge, format: .csv, known: ListKnowledge(divisions)).faults.count == 1)
    }

    @Test("the report prints the agreed form")
    func report() {
        let fault = ImportFault(row: 2, column: "name", expected: "文字", found: "空")
        let report = ImportReport(refused: [fault])
        let json =
            #"{"doubts":[],"faults":[{"column":"name","expected":"文字","found":"空","row":2}],"#
            + #""loaded":0,"refused":1,"unchanged":0,"warnings":0}"#
        #expect(report.json == json)
        #expect(fault.line == "row 2, column name: expected 文字, found 空")
    }

    /// 事项编码,事项名称,事项类型代码 / A1,风筝,1 — in GBK.
    private static let listInGBK: [UInt8] =
        [0xCA, 0xC2, 0xCF, 0xEE, 0xB1, 0xE0, 0xC2, 0xEB, 0x2C, 0xCA, 0xC2, 0xCF, 0xEE, 0xC3, 0xFB, 0xB3, 0xC6, 0x2C]
        + [0xCA, 0xC2, 0xCF, 0xEE, 0xC0, 0xE0, 0xD0, 0xCD, 0xB4, 0xFA, 0xC2, 0xEB, 0x0A]
        + [0x41, 0x31, 0x2C, 0xB7, 0xE7, 0xF3, 0xDD, 0x2C, 0x31, 0x0A]

    @Test("a list in GBK is told from its bytes")
    func gbk() throws {
        let reading = ItemReader.read(Self.listInGBK, format: .csv, known: ListKnowledge(try .national()))
        #expect(reading.faults == [])
        #expect(reading.rows.map(\.listing.name) == ["风筝"])
    }

    @Test(
        "a file that lies about its encoding or stops half way is reported where it goes wrong",
        arguments: [
            (Array("code,name,category\nA1,风筝,1\n".utf8), .gb18030, 2, "GB18030"), (listInGBK, .utf8, 1, "UTF-8"),
            (Array(listInGBK.dropLast(4)), nil, 2, "UTF-8或者GB18030"),
            (Array("code,name,category\nA1,风筝,1\nA2,风".utf8.dropLast()), nil, 3, "UTF-8或者GB18030"),
        ] as [([UInt8], TextEncoding?, Int, String)]
    )
    func encoding(bytes: [UInt8], declared: TextEncoding?, row: Int, expected: String) throws {
        let reading = ItemReader.read(bytes, format: .csv, encoding: declared, known: ListKnowledge(try .national()))
        #expect(reading.faults.map(\.row).contains(row))
        #expect(reading.faults.contains { $0.expected == expected })
    }

    @Test("a workbook is read like a csv, and what is none is refused")
    func workbook() throws {
        var writer = WorkbookWriter(sheet: "清单")
        writer.append(["事项编码", "事项名称", "事项类型代码"])
        writer.append(["A1", "风筝", "1"])
        writer.append(["A1", "收风筝", "1"])
        let reading = ItemReader.read(writer.bytes, format: .xlsx, known: ListKnowledge(try .national()))
        #expect(reading.rows.map(\.listing.name) == ["风筝"])
        #expect(reading.faults.map(\.row) == [3], "the code stands twice")
        let none = ItemReader.read(Array("PK\u{3}\u{4}".utf8), format: .xlsx, known: ListKnowledge(try .national()))
        #expect(none.rows == [])
        #expect(none.faults.count == 1)
    }

    @Test("a cell of ten megabytes is a fault of its row")
    func hugeCell() throws {
        let text = "code,name,category\nA1,甲,1\nA2,\(String(repeating: "乙", count: 4_000_000)),1\n"
        let reading = try read(text)
        #expect(reading.faults.map(\.row) == [3])
        #expect(reading.faults.first?.expected.contains("不超过") == true)
    }

    @Test("the quality of a list: what is missing, doubtful, repealed and said twice")
    func quality() throws {
        let reading = try read(
            """
            code,name,category,agency,division,levels,bases
            A1,对放风筝的处罚,2,区风筝局,511602000000,县级,风筝法#3
            A2,放风筝处罚,2,区风筝局,511602000000,县级,旧风筝法#9
            A3,收风筝,1,,,,

            """
        )
        #expect(reading.faults == [])
        let quality = ListQuality(reading, repealed: ["旧风筝法"])
        #expect(quality.count(.missing) == 4)
        #expect(quality.remarks.filter { $0.kind == .repealed }.map(\.row) == [3])
        #expect(quality.remarks.filter { $0.kind == .duplicate }.map(\.found) == ["放风筝处罚，与第 2 行"])
        #expect(quality.summary.hasPrefix("可导入 3 项，拒绝 0 行；字段缺失 4 处"))
    }

    private static var complete: ItemContent {
        var content = ItemContent(
            code: "A1",
            name: "放风筝",
            category: .license,
            bases: [LegalBasis("风筝法", 3, paragraph: 1), LegalBasis(law: "国务院决定", place: .other("附件2-37"))]
        )
        content.mainName = "风筝"
        content.localCode = "FZ-1"
        content.agency = AgencyReference(name: "区风筝局")
        content.division = "511602000000"
        content.levels = [.city, .county]
        content.audience = "自然人"
        content.statutoryLimit = StatutoryLimit(.workingDays(20), source: LegalBasis("行政许可法", 42, paragraph: 1))
        content.promisedLimit = .calendarDays(7)
        content.fee = Fee([charge("放飞费", isReducible: true), charge("场地费", isReducible: nil)])
        content.fields = fields(of: .license)
        content.conditions = ["年满十八周岁", "有场地"]
        content.materials = [Material(name: "申请书"), Material(name: "场地证明")]
        content.permitName = "放飞许可证"
        content.place = "政务大厅3号窗口"
        content.hours = "工作日9:00—17:00"
        content.phone = "0826-1234567"
        content.complaintLine = "12345"
        content.rights = ["陈述", "申辩"]
        content.remedies = ["行政复议"]
        content.remark = "演示"
        var exercise = ItemExercise()
        exercise.source = .entrustedAbove
        exercise.entrustedBy = "市风筝局"
        exercise.projectType = .instant
        exercise.ways = [.window, .courier]
        exercise.visits = 0
        exercise.specialProcedure = "听证"
        exercise.levyKind = "其他"
        exercise.isReducible = true
        content.exercise = exercise
        return content
    }

    private static func charge(_ name: String, isReducible: Bool?) -> Fee.Charge {
        var charge = Fee.Charge(name, standard: "每只1元", basis: LegalBasis("风筝收费办法", 2))
        charge.isReducible = isReducible
        charge.reductionBasis = isReducible.map { _ in "风筝减免办法第三条" }
        return charge
    }

    /// A value for every field that items of a category state.
    private static func fields(of category: PowerCategory) -> [StatedField] {
        ((try? CategoryField.shipped()) ?? []).filter { $0.isStated(by: category) }.compactMap { field in
            field.stated(
                field.takesSeveral == true
                    ? field.choices?.suffix(2).joined(separator: "；") ?? "" : field.choices?.first ?? "风筝"
            )
        }
    }

    @Test("what the catalog publishes in the national fields is read back as it was", arguments: PowerCategory.allCases)
    func ownFiles(category: PowerCategory) throws {
        var content = Self.complete
        content.category = category
        content.fields = Self.fields(of: category)
        if category == .levy { content.fee = Fee(isCharged: true, standard: "每只1元", basis: LegalBasis("风筝收费办法", 2)) }
        let item = OpenItem(id: "I1", content: content, version: nil, source: nil)
        let table = try CatalogTable(.items)
        var writer = WorkbookWriter(sheet: "目录")
        writer.append(table.columns.map(\.code))
        for row in table.rows(of: item) { writer.append(row.map { $0 ?? "" }) }
        let known = ListKnowledge(try .national(), .none, try CategoryField.shipped())
        let reading = ItemReader.read(writer.bytes, format: .xlsx, known: known)
        #expect(reading.faults == [])
        #expect(reading.doubts.map(\.column) == ["task_code"], "only the code is of no scheme")
        #expect(reading.rows.first?.listing.content == content)
    }

    @Test("the columns of a list nobody described are told by what they are called")
    func likely() {
        let places = ItemColumns.likely(among: ["职权编码", "事项名称", "执法类别", "承诺时限", "说明"])
        #expect(places == [.code: "职权编码", .name: "事项名称", .category: "执法类别", .promisedLimit: "承诺时限"])
        #expect(ItemColumns(places) != nil)
        #expect(ItemColumns([.code: "职权编码"]) == nil, "what every list has must be told")
    }

    @Test("what a list leaves out stays as it was, and a material that keeps its name keeps what is known of it")
    func details() throws {
        var content = Self.complete
        content.materials = [Material(name: "场地证明", originals: 0, copies: 2)]
        var details = ListedDetails()
        details.materials = ["申请书", "场地证明"]
        details.phone = "12346"
        details.state(in: &content)
        #expect(content.materials?.map(\.copies) == [0, 2])
        #expect(content.phone == "12346")
        #expect(content.place == Self.complete.place)
    }

    @Test(
        "limits and fees that say too little are doubts and are not taken",
        arguments: [
            ("三十来天", "行政许可法#42", "否", "anticipate_day", "三十来天"), ("20", "", "否", "anticipate_explain", "没有；法定时限没有采用"),
            ("20", "行政许可法#42", "也许", "is_fee", "也许"), ("20", "行政许可法#42", "是", "is_fee", "没有；收费没有采用"),
        ]
    )
    func doubtful(limit: String, source: String, fee: String, column: String, found: String) throws {
        let header = "task_code,task_name,task_type,anticipate_day,anticipate_type,anticipate_explain,is_fee"
        let reading = try read("\(header)\n511A0138600000,放风筝,01,\(limit),工作日,\(source),\(fee)\n")
        #expect(reading.faults == [])
        let doubt = try #require(reading.doubts.first { $0.column == column })
        #expect(doubt.found.hasPrefix(found))
        let content = try #require(reading.rows.first).listing.content
        #expect((content.statutoryLimit == nil) == (column != "is_fee"))
        #expect((content.fee == nil) == (column == "is_fee"))
    }
}
