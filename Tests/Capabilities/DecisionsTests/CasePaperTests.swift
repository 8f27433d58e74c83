import Documents
import EventLog
import Kernel
import Processes
import Sanctions
import Testing

@testable import Casework
@testable import Decisions

@Suite("The papers of every category of power")
struct CasePaperTests {
    @Test("every document that a process lists has a form or follows from a fact", arguments: ProcessTemplate.allCases)
    func origins(template: ProcessTemplate) throws {
        let forms = try DocumentForms.shipped()
        for step in try template.definition().steps {
            let listed =
                step.documents.map { ($0, StepOutcome?.none) }
                + step.outcomes.flatMap { outcome in outcome.documents.map { ($0, outcome) } }
            for (document, outcome) in listed {
                let origin = DocumentOrigin(of: document, at: step, ending: outcome, forms: forms)
                #expect(origin != nil, "\(template) \(step.id): \(document.name)")
            }
        }
    }

    @Test("each paper says what the law wants of it", arguments: papers)
    func contents(paper: Paper) throws {
        let text = try paper.content().blocks.map(\.words).joined(separator: "\n")
        for word in paper.must { #expect(text.contains(word), "\(paper.name) lacks \(word)") }
        for word in paper.mustNot { #expect(!text.contains(word), "\(paper.name) says \(word)") }
    }

    static let papers: [Paper] = [
        // 行政处罚法 §59: party and address; facts and evidence; kind and basis; performance; remedies; agency and day.
        Paper(
            .decided(.imposed, "行政处罚决定书"),
            .penalty,
            must: [
                "演示托幼服务有限公司", "91350100M000100Y43", "演示路一百号", "未取得办学许可证招收幼儿", "现场照片", "罚款人民币5,000.00元",
                "《民办教育促进法》第六十四条",
                "到演示银行缴纳", "六十日内", "六个月内", "演示区教育局", "2026-03-05", "第六十七条", "百分之三", "不停止执行", "经复核，不予采纳",
            ],
            mustNot: ["行政许可法"]
        ),
        // 行政处罚法 §52; 行政复议法 §23(一).
        Paper(
            .decided(.imposed, "当场行政处罚决定书"),
            .penaltySimple,
            must: [
                "违法行为", "罚款人民币5,000.00元", "2026年3月5日09:00", "演示路一百号", "先向", "第二十三条第（一）项", "十五日内", "李四（执法证号51160001）",
                "拒绝签收",
            ],
            mustNot: ["直接向有管辖权的人民法院"]
        ),
        Paper(.decided(.notImposed, "不予行政处罚决定书"), .penalty, must: ["第五十七条第一款", "不予行政处罚", "六十日内"]),
        // 行政处罚法 §44, 45, 63, 64.
        Paper(
            .written("行政处罚告知书", ["statementRight", "hearingRight"]),
            .penaltyHearing,
            must: ["第四十四条", "违反的规定", "罚款人民币5,000.00元", "陈述和申辩", "三个工作日", "更重的处罚", "要求听证", "五个工作日", "委托一至二人代理", "招收幼儿"]
        ),
        Paper(
            .written("行政处罚告知书", ["statementRight"]),
            .penalty,
            must: ["陈述和申辩", "《民办教育促进法》第十二条"],
            mustNot: ["要求听证"]
        ),
        Paper(.written("当场告知记录", ["statementRight"]), .penaltySimple, must: ["拟作出的处罚", "第四十五条"]),
        Paper(.written("先行登记保存通知书"), .penalty, must: ["第五十六条", "七日内", "不得销毁或者转移证据", "当事人签名"]),
        Paper(.written("案件移送函"), .penalty, must: ["移送的材料", "第二十七条", "《行政执法机关移送涉嫌犯罪案件的规定》第三条"]),
        Paper(.written("集体讨论记录"), .penalty, must: ["参加人及其意见", "讨论结论", "参加人签名"], mustNot: ["扫码核验"]),
        Paper(.written("听证笔录"), .penaltyHearing, must: ["申辩和质证", "听证主持人签名", "核对无误"]),
        // 行政强制法 §24: party; reasons, basis and period; goods; remedies; agency, seal and day.
        Paper(
            .decided(.imposed, "查封、扣押决定书"),
            .coerciveMeasure,
            must: ["演示路一百号", "理由和依据", "三十日", "财物清单", "六十日内", "六个月内", "保管费用由本机关承担"],
            mustNot: ["行政许可法"]
        ),
        Paper(.written("财物清单", ["itemList"]), .coerciveMeasure, must: ["一式二份", "数量", "第二十四条", "演示区教育局 "]),
        Paper(.written("解除查封、扣押决定书"), .coerciveMeasure, must: ["第二十八条", "立即退还", "退还的财物", "六个月内"]),
        // 行政强制法 §35: period, manner, amount and manner of payment, right to plead.
        Paper(
            .written("催告书", ["statementRight"]),
            .coerciveExecution,
            must: ["履行期限", "履行方式", "应付金额", "给付方式", "第三十五条", "陈述和申辩"]
        ),
        // 行政强制法 §37.
        Paper(
            .decided(.imposed, "行政强制执行决定书"),
            .coerciveExecution,
            must: ["强制执行的理由和依据", "强制执行的方式和时间", "第三十七条", "六十日内", "演示路一百号"]
        ),
        // 行政强制法 §51, §52: which of both it is says the decision, whatever was written before.
        Paper(
            .decided(.imposed, "行政强制执行（代履行）决定书"),
            .substituteExecution,
            must: ["第五十条", "经催告", "停止代履行"],
            mustNot: ["第五十二条"]
        ),
        Paper(
            .decided(.imposed, "立即代履行决定书"),
            .substituteExecution,
            must: ["第五十二条", "需要立即清除"],
            mustNot: ["经催告"]
        ),
        Paper(.written("责令改正通知书"), .inspection, must: ["第二十八条", "改正期限", "六十日内"]),
        Paper(.decided(.imposed, "征收决定书"), .levy, must: ["滞纳金", "第四十五条", "六个月内"], mustNot: ["行政许可法"]),
        Paper(.written("征收告知书", ["statementRight"]), .levy, must: ["拟征收金额", "陈述和申辩"]),
        Paper(.decided(.granted, "给付决定书"), .grant, must: ["申请", "六十日内"], mustNot: ["行政许可法", "被许可人"]),
        Paper(.decided(.refused, "不予决定书"), .confirmation, must: ["理由和依据", "六个月内"], mustNot: ["依据《中华人民共和国行政许可法》"]),
        Paper(.decided(.granted, "行政裁决书"), .adjudication, must: ["申请人", "被申请人", "演示被申请人"]),
        Paper(.written("答辩通知书", ["statementRight"]), .adjudication, must: ["申请书副本", "提交答辩书的期限"]),
        Paper(.written("补偿决定书", ["remedies"]), .requisition, must: ["民法典》第二百四十五条", "补偿金额", "六十日内"]),
        Paper(
            .acceptance,
            .confirmation,
            must: ["参照《中华人民共和国行政许可法》第三十二条第（五）项"],
            mustNot: ["依据《中华人民共和国行政许可法》", "第四十五条"]
        ),
        Paper(.acceptance, .licensing, must: ["依据《中华人民共和国行政许可法》第三十二条第（五）项", "第四十五条"]),
        Paper(.payment, .penalty, must: ["财政票据号码", "51160026030001", "实收金额", "应加处罚款"], mustNot: ["扫码核验"]),
        Paper(.noticeService, .penalty, must: ["《行政处罚告知书》", "《中华人民共和国民事诉讼法》第八十八条"]),
        Paper(.opinion, .penalty, must: ["审核", "同意", "事实清楚，证据确凿"], mustNot: ["扫码核验"]),
        Paper(.revoked, .penalty, must: ["第七十五条第二款", "适用法律错误", "六十日内"], mustNot: ["行政许可法"]),
        Paper(.revoked, .licensing, must: ["第六十九条", "六个月内"]),
        Paper(.withdrawn, .licensing, must: ["决定撤回", "第八条第二款", "给予补偿", "六个月内"], mustNot: ["撤销"]),
        Paper(
            .withdrawn,
            .grant,
            must: ["因原决定的依据修改、废止或者客观情况发生重大变化，本机关决定撤回", "给予补偿"],
            mustNot: ["依据《中华人民共和国行政许可法》"]
        ),
        Paper(.certificate, .registration, must: ["决定文书", "统一社会信用代码"]),
    ]

    @Test(
        "numbers are of the series of the category, and papers of the file have none",
        arguments: [
            (.service, .penalty, "罚送"), (.service, .licensing, "许送"), (.acceptance, .grant, "给受"),
            (.acceptance, .licensing, "许受"), (.written("行政处罚告知书"), .penalty, "罚告"), (.written("集体讨论记录"), .penalty, nil),
            (.opinion, .penalty, nil), (.payment, .penalty, nil), (.decided(.imposed, "行政处罚决定书"), .penalty, nil),
        ] as [(Paper.Matter, ProcessDefinition.Category, String?)]
    )
    func series(matter: Paper.Matter, category: ProcessDefinition.Category, word: String?) throws {
        #expect(try matter.document.seriesWord(in: category) == word)
    }

    @Test("every paper that has a form can be set in type, within four pages", arguments: forms)
    func printed(form: DocumentForm) async throws {
        let paper = Paper(.written(form.name), .penaltyHearing)
        let bytes = try await DocumentRenderer().render(paper.content())
        #expect(bytes.starts(with: Array("%PDF".utf8)))
        #expect(bytes.count < 400_000)
    }

    private static let forms = (try? DocumentForms.shipped().all) ?? []
}
