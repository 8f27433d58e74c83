import Documents
import Kernel
import Processes
import Testing

@testable import Casework
@testable import Decisions

/// Every document that the laws of procedure name, with the article that does, and what its template must say.
@Suite("The documents that the laws of procedure name")
struct NamedDocumentTests {
    /// From the statutes: licenses (行政许可法 §29–50, 69, 70), penalties (行政处罚法 §28, 43–72), measures and execution
    /// (行政强制法 §18–33, 35–55), inspection, and the powers without a law of procedure of their own.
    private static let named = [
        "申请书", "材料清单", "收件凭证", "补正告知书", "受理通知书", "不予受理决定书", "特别程序时间告知书", "陈述申辩和听证权利告知书",
        "听证通知书", "听证公告", "听证笔录", "延长期限通知书", "准予行政许可决定书", "不予行政许可决定书", "行政许可证件", "送达回证",
        "责令改正通知书", "执法证件出示记录", "行政处罚告知书", "陈述申辩复核意见书", "当场行政处罚决定书", "备案登记", "立案审批表",
        "询问、检查笔录", "抽样取证凭证", "先行登记保存通知书", "证据保存清单", "先行登记保存处理决定书", "调查终结报告", "案件移送函",
        "涉嫌犯罪案件情况的调查报告", "涉案物品清单", "法制审核意见书", "听证申请书", "行政处罚听证公告", "终止听证通知书", "听证报告",
        "集体讨论记录", "行政处罚决定书", "不予行政处罚决定书", "加处罚款决定书", "催告书", "强制执行申请书", "结案审批表",
        "行政强制措施审批表", "现场笔录", "查封、扣押决定书", "财物清单", "延长查封、扣押期限通知书", "解除查封、扣押决定书", "冻结决定书",
        "冻结通知书", "延长冻结期限决定书", "解除冻结决定书", "解除冻结通知书", "行政强制执行决定书", "限期自行拆除公告", "代履行决定书",
        "代履行催告书", "立即代履行决定书", "立即代履行告知书", "未予冻结告知书", "中止执行通知书", "恢复执行通知书", "终结执行通知书", "执行协议", "行政检查审批表", "行政检查通知书",
        "现场检查笔录",
        "检查结果记录", "复查笔录", "征收告知书", "征收决定书", "催缴通知书", "加收滞纳金通知书", "缴款通知书", "退费单", "入户调查记录",
        "给付决定书", "确认决定书", "答辩通知书", "调解书", "行政裁决书", "奖励决定", "征用决定书", "征用财物清单", "返还清单", "补偿决定书",
    ]

    @Test("each has a template: a form, or a fact of the log that fills it in", arguments: named)
    func exists(name: String) throws {
        let forms = try DocumentForms.shipped()
        let listed = try ProcessTemplate.allCases.map { try $0.definition() }
            .flatMap { ($0.listedDocuments + ($0.prolongation?.documents ?? [])).map(\.name) }
        #expect(forms.names.contains(name) || listed.contains(name), "\(name) is nowhere")
    }

    @Test("the facts of upkeep have theirs: corrected, revoked, struck off, ended, put off, recused")
    func upkeep() throws {
        let titles = CaseVerb.allCases.compactMap(\.rule.document)
        for name in ["文书更正通知书", "撤销决定书", "撤回决定书", "注销决定书", "终止办理通知书", "暂缓、分期缴纳罚款通知书", "回避决定书"] {
            #expect(titles.contains(name), "\(name) is nowhere")
        }
    }

    @Test("what may be written along is set in type in each of its categories, and cites its law", arguments: along)
    func printed(form: DocumentForm) async throws {
        for category in form.occasion?.categories ?? [] {
            let paper = Paper(.written(form.name), category)
            let content = try paper.content()
            let words = content.blocks.map(\.words).joined(separator: "\n")
            #expect(!words.contains("{") && !words.contains("}"), "\(form.name) keeps a brace")
            for field in form.fields { #expect(words.contains(field.label) || field.key == form.addressee) }
            let bytes = try await DocumentRenderer().render(content)
            #expect(bytes.starts(with: Array("%PDF".utf8)))
        }
    }

    @Test("a surcharge names the decision, an application goes to the court, and neither cites another law")
    func says() throws {
        for paper in [
            Paper(.written("加处罚款决定书"), .penalty, must: ["第七十二条", "百分之三", "六十日内"], mustNot: ["行政许可法"]),
            Paper(.written("强制执行申请书"), .penalty, must: ["演示申请的人民法院", "第五十三条", "催告", "行政机关负责人签名"]),
            Paper(.written("冻结决定书"), .coerciveMeasure, must: ["第三十条", "冻结的账号", "六个月内"]),
            Paper(.written("抽样取证凭证"), .penalty, must: ["第五十六条", "抽样数量", "执法人员签名"]),
        ] {
            let text = try paper.content().blocks.map(\.words).joined(separator: "\n")
            for word in paper.must { #expect(text.contains(word), "\(paper.name) lacks \(word)") }
            for word in paper.mustNot { #expect(!text.contains(word), "\(paper.name) says \(word)") }
        }
    }

    @Test(
        "what is lifted cites the article of its ground",
        arguments: [
            ("解除查封、扣押决定书", .coerciveMeasure, "当事人没有违法行为", "第二十八条第一款第（一）项"),
            ("解除查封、扣押决定书", .coerciveMeasure, "查封、扣押期限已经届满", "第二十八条第一款第（四）项"),
            ("解除查封、扣押决定书", .coerciveMeasure, "当场实施后，没有在二十四小时内补办批准手续", "第十九条"),
            ("解除冻结决定书", .freezing, "冻结期限已经届满", "第三十三条第一款第（四）项"),
        ] as [(String, ProcessDefinition.Category, String, String)]
    )
    func lifted(name: String, category: ProcessDefinition.Category, ground: String, article: String) throws {
        let document = StepDocument(name)
        let form = try #require(try DocumentForms.shipped().form(of: document))
        #expect(form.fields.contains { $0.key == "ground" && $0.choices.contains(ground) })
        let entries = DocumentRecord.sample(of: form).entries.map { entry in
            entry.key == "ground" ? DocumentEntry(key: entry.key, label: entry.label, text: ground) : entry
        }
        let record = DocumentRecord(document: name, entries: entries)
        let blocks = WrittenPaper(document: document, form: form, record: record).document(
            .sample(of: category, number: "")
        )
        let opening = try #require(blocks.first).words
        #expect(opening.contains(article) && !opening.contains("{"), "\(opening)")
    }

    private static let along = ((try? DocumentForms.shipped().all) ?? []).filter { $0.occasion != nil }
}
