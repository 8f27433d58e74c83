import DecisionTables
@testable import Discretion
import Interchange
import Law
import Testing

@Suite("A benchmark as people write it")
struct SheetTests {
    @Test(
        "a measure is read as statutes write it, and written as it is read",
        arguments: [
            ("罚款5万元以上50万元以下", "罚款5万元以上50万元以下"),
            ("可以处罚款一千元以上五千元以下", "可以罚款1000元以上5000元以下"),
            ("罚款一万元以下", "罚款1万元以下"), ("罚款50,000 元以上 500,000 元以下", "罚款5万元以上50万元以下"),
            ("对个人：罚款2000元", "对公民：罚款2000元"),
            ("对法人或者其他组织：罚款货值金额的5倍以上10倍以下", "对法人或者其他组织：罚款货值金额的5倍以上10倍以下"),
            ("罚款超过18.5万元不满36.5万元", "罚款超过18.5万元不满36.5万元"),
            ("罚款林木价值（市场价）的1.5倍以下（按实际株数）", "罚款林木价值（市场价）的1.5倍以下（按实际株数）"),
            ("减征应纳税额的10%以上50%以下", "减征应纳税额的10%以上50%以下"), ("罚款每日100元以下", "罚款每日100元以下"),
            ("罚款株的每单位50元以上100元以下", "罚款株的每单位50元以上每单位100元以下"),
            ("行政拘留5日以上10日以下", "行政拘留5日以上10日以下"), ("暂扣许可证件3个月", "暂扣许可证件3个月"),
            ("检查每年1次以上每年4次以下", "检查每年1次以上每年4次以下"), ("办结期限不超过10日", "办结期限10日以下"),
            ("没收违法所得（有违法所得的）", "没收违法所得（有违法所得的）"), ("警告", "警告"),
        ]
    )
    func measures(text: String, written: String) throws {
        let measure = try #require(Measure(writing: text))
        #expect(measure.writing == written)
        #expect(Measure(writing: written) == measure)
    }

    @Test(
        "what is no measure is not read as another one",
        arguments: [
            "罚金5万元以下", "罚款5万元以上", "罚款5万元以上3倍以下", "罚款五万以上五十万以下", "罚款5.123元以下", "检查4次以下",
            "罚款5万元以上50万元以下，警告", "罚款（5万元以下", "", "罚款99999999999999999999元以下",
        ]
    )
    func unreadable(text: String) { #expect(Measure(writing: text) == nil) }

    @Test(
        "a band of numbers is read with its ends",
        arguments: [
            ("3以上不满5", 30, 50), ("3米以上5米以下", 30, 51), ("超过3", 31, nil), ("不满0.5", nil, 5), ("3", 30, 31),
            ("不超过2", nil, 21), ("0以上", 0, nil),
        ] as [(String, Int64?, Int64?)]
    )
    func bands(text: String, atLeast: Int64?, below: Int64?) {
        let height = Factor(key: "height", name: "放飞高度", scale: .number(unit: "米", decimals: 1))
        #expect(Term(height, cell: [text]) == Term("height", atLeast: atLeast, below: below))
    }

    @Test("every shipped benchmark is written and read without loss, as cells and as rows of a file")
    func roundTrip() throws {
        for (code, benchmark) in try DemonstrationBenchmarks.shipped() {
            let sheet = BenchmarkSheet(benchmark)
            let (content, faults) = sheet.read()
            #expect(faults == [], "\(code)")
            #expect(content?.inFactorOrder == benchmark.inFactorOrder, "\(code)")
            #expect(sheet.faults == [])
            #expect(try BenchmarkFile.sheet(BenchmarkFile.bytes(of: sheet)) == sheet, "\(code)")
            for (situation, written) in zip(benchmark.situations, sheet.situations) {
                let file = try DMNFile(Array(situation.dmn.utf8))
                var adopted = written
                try adopted.adopt(file.tables[0])
                #expect(adopted == written, "\(code)")
            }
        }
    }

    @Test("what a spreadsheet would run as a formula, quotes, commas and line breaks come back as they were")
    func awkward() throws {
        var sheet = BenchmarkSheet(KiteBenchmark.benchmark())
        sheet.issuedAs = "=HYPERLINK(\"x\"),'a'"
        sheet.remark = "'=1+1\n第二行"
        sheet.situations[0].name = "@\"甲\""
        sheet.situations[0].factors[0].name = "次数：累计"
        #expect(try BenchmarkFile.sheet(BenchmarkFile.bytes(of: sheet)) == sheet)
        let text = String(decoding: BenchmarkFile.bytes(of: sheet), as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}行,名称,键,类别,内容,处理,依据\r\n"))
        #expect(text.contains("'=HYPERLINK") && text.contains("''=1+1"))
    }

    @Test("a file that is none is told line by line")
    func badFile() throws {
        let header = "行,名称,键,类别,内容,处理,依据\n"
        #expect(
            throws: BenchmarkFile.Fault.lines([
                .init(line: 2, rule: .order, found: "阶次"), .init(line: 4, rule: .type, found: "文字"),
                .init(line: 5, rule: .direction, found: "轻"), .init(line: 6, rule: .kind, found: "其他"),
                .init(line: 7, rule: .factor, found: "高度：3"),
            ])
        ) {
            try BenchmarkFile.sheet(
                Array(
                    """
                    \(header)阶次,轻微,,不予,,,
                    情形,放飞,,,,,
                    因素,次数,,文字,初次,,
                    阶次,轻微,,轻,,,
                    其他,,,,,,
                    阶次,轻微,,不予,高度：3,,
                    """.utf8
                )
            )
        }
        #expect(
            throws: BenchmarkFile.Fault.rows(
                .init(
                    row: 2,
                    line: 2,
                    column: 2,
                    rule: .wrongCellCount(
                        expected: 7,
                        found: 1
                    )
                )
            )
        ) { try BenchmarkFile.sheet(Array("\(header)文件\n".utf8)) }
    }

    @Test("a cell that cannot be read is told with its place, and the sheet is no benchmark until it is mended")
    func faults() {
        var sheet = BenchmarkSheet(KiteBenchmark.benchmark())
        sheet.situations[0].rows[1].cells[1] = ["很高"]
        sheet.situations[0].rows[3].measures = "警告\n罚金5万元"
        sheet.situations[0].envelopes[0].source = ""
        sheet.situations[0].rows[5].name = "轻微"
        #expect(sheet.read().content == nil)
        #expect(
            Set(sheet.faults) == [
                SheetFault(.situation(0, .cell(row: 1, factor: 1)), .band(unit: "米", decimals: 1), found: "很高"),
                SheetFault(.situation(0, .measures(3)), .measure, found: "罚金5万元"),
                SheetFault(.situation(0, .source(0)), .basis),
                SheetFault(.situation(0, .gradeName(5)), .unique, found: "轻微"),
            ] as Set
        )
    }

    @Test("what the proof finds stands at the cells it is about")
    func proof() {
        func places(_ change: (inout SituationSheet) -> Void) -> Set<SheetFault.Place> {
            var sheet = BenchmarkSheet(KiteBenchmark.benchmark())
            change(&sheet.situations[0])
            return Set(sheet.faults.map(\.place))
        }
        // Rows: 0 轻微, 1 较轻, 2 or, 3 一般, 4 or, 5 严重.
        #expect(places { $0.rows[5].cells[1] = ["12以上"] } == [.situation(0, .grades)])
        #expect(
            places { $0.rows[5].cells[1] = ["8以上"] }
                == [.situation(0, .gradeName(4)), .situation(0, .gradeName(5))]
        )
        #expect(places { $0.rows[1].cells[0] = ["第三次"] } == [.situation(0, .cell(row: 1, factor: 0))])
        #expect(places { $0.rows[2].cells[1] = ["5以上不满3"] } == [.situation(0, .cell(row: 2, factor: 1))])
        #expect(places { $0.rows[5].direction = "none" }.contains(.situation(0, .direction(5))))
        #expect(places { $0.rows[5].measures = "罚款20万元" }.contains(.situation(0, .measures(5))))
        #expect(places { $0.envelopes[0].measure = "对公民：罚款1万元以上1000元以下" } == [.situation(0, .envelope(0))])
        #expect(places { $0.bases = "" } == [.situation(0, .bases)])
    }

    @Test("a table of another program brings circumstances and grades, and keeps the measures of grades it names")
    func adopting() throws {
        let situation = KiteBenchmark.benchmark().situations[0]
        var sheet = SituationSheet(situation)
        let table = situation.table
        func changed(_ cell: String, policy: HitPolicy = .unique) -> DecisionTable {
            DecisionTable(
                id: "other",
                name: "Other",
                hitPolicy: policy,
                inputs: table.inputs,
                outputs: table.outputs,
                rules: [
                    .init(when: ["not(\"再次\")", "<= 4.5"], then: ["\"轻微\""]),
                    .init(when: ["-", cell], then: ["\"新阶次\""]),
                ]
            )
        }
        try sheet.adopt(changed("> 4.5"))
        #expect(sheet.rows.map(\.name) == ["轻微", "新阶次"])
        #expect(sheet.rows.map(\.cells) == [[["初次"], ["4.5以下"]], [[], ["超过4.5"]]])
        #expect(sheet.rows[0].measures == "责令改正")
        #expect(sheet.rows[1].direction == "ordinary")
        let before = sheet
        #expect(throws: SituationSheet.TableFault.policy(.first)) { try sheet.adopt(changed("-", policy: .first)) }
        #expect(throws: SituationSheet.TableFault.cell(row: 1, column: "放飞高度（米）", found: "< 3, > 5")) {
            try sheet.adopt(changed("< 3, > 5"))
        }
        #expect(sheet == before)
    }
}

extension DiscretionBenchmark {
    /// The same with the terms of each set in the order of the factors, which says nothing.
    var inFactorOrder: DiscretionBenchmark {
        DiscretionBenchmark(
            issuedAs: issuedAs,
            situations: situations.map { situation in
                Situation(
                    key: situation.key,
                    name: situation.name,
                    bases: situation.bases,
                    factors: situation.factors,
                    envelopes: situation.envelopes,
                    grades: situation.grades.map { grade in
                        grade.with(
                            conditions: grade.conditions.map { terms in
                                situation.factors.flatMap { factor in terms.filter { $0.factor == factor.key } }
                            }
                        )
                    }
                )
            },
            remark: remark
        )
    }
}
