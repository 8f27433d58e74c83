import Kernel
import Parties
import Sanctions
import TestSupport
import Testing

@testable import Casework
@testable import Publicity

/// - Source: 发改办财金〔2018〕424号 (双公示).
@Suite("What the list of penalties says of each")
struct PublicPenaltyTests {
    private static func entry(_ penalty: PublicPenalty?, firm code: String = "92510105MA6CXXXX0L") -> PublicRecord.Entry
    {
        let record = PublicDecision(
            caseNumber: "1",
            item: "510105002000",
            itemName: "对无证经营的处罚",
            party: PublicParty(kind: .organization, name: "演示小吃店", creditCode: code, representative: "王某"),
            documentName: "行政处罚决定书",
            documentNumber: "演示罚〔2026〕1号",
            permitName: nil,
            permitNumber: nil,
            content: "罚款",
            decidedOn: "2026-03-02",
            validFrom: nil,
            validThrough: nil,
            agency: "01A1",
            agencyName: "演示区市场监督管理局",
            agencyCode: nil,
            remarks: nil,
            category: "02",
            penalty: penalty
        )
        return PublicRecord.Entry(previewing: record, of: CaseFile.ID("01C1"), on: "2026-03-02")
    }

    private static let imposed = PublicPenalty(
        violation: "违反食品安全法第三十五条",
        facts: "未取得许可从事餐饮服务",
        basis: "食品安全法第一百二十二条",
        sanctions: [
            Sanction(.fine, amount: .yuan(50_000)), Sanction(.confiscationOfIncome, amount: .yuan(1_234)),
            Sanction(.confiscationOfGoods, amount: Money(fen: 5), object: "工具一批"),
            Sanction(.revocationOfPermit, object: "食品经营许可证 JY25101050001"),
        ]
    )

    @Test("every field of the national list, amounts in ten thousands of yuan")
    func fields() {
        let shown = Dictionary(
            PublishedField.shown(Self.entry(Self.imposed), on: "2026-03-02").map { ($0.name, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        for (name, value) in [
            ("行政相对人类别", "个体工商户"), ("违法行为类型", "违反食品安全法第三十五条"), ("违法事实", "未取得许可从事餐饮服务"),
            ("处罚依据", "食品安全法第一百二十二条"), ("处罚类别", "罚款、没收违法所得、没收非法财物、吊销许可证件"),
            ("罚款金额（万元）", "5"), ("没收违法所得、没收非法财物的金额（万元）", "0.123405"),
            ("暂扣或吊销证照名称及编号", "食品经营许可证 JY25101050001"), ("数据来源单位", "演示区市场监督管理局"),
        ] { #expect(shown[name] == .some(value), "\(name)") }
        #expect(shown["处罚有效期"] == nil, "no end was set")
    }

    @Test("a warning has no amounts, and a record of earlier days shows what it does not tell")
    func without() {
        let warned = PublicPenalty(violation: "a", facts: nil, basis: "b", sanctions: [Sanction(.warning)])
        for absent in [warned.fine, warned.confiscated, warned.permits] { #expect(absent == nil) }
        let old = PublishedField.shown(Self.entry(nil), on: "2026-03-02")
        #expect(old.contains { $0.name == "违法事实" && $0.value == nil })
    }

    @Test("no sentence of the corpus leaks through facts or what is taken away, page or file")
    func leaks() {
        for leak in LeakCorpus.leaks {
            let penalty = PublicPenalty(
                violation: "a",
                facts: leak.sentence,
                basis: "b",
                sanctions: [Sanction(.revocationOfPermit, object: leak.sentence)]
            )
            let entry = PublicRecord.Entry(
                previewing: PublicLog.policy.shown(Self.entry(penalty).decision),
                of: CaseFile.ID("01C1"),
                on: "2026-03-02"
            )
            for field in PublishedField.all {
                #expect(field.value(of: entry, on: "2026-03-02")?.contains(leak.secret) != true, "\(leak)")
            }
        }
    }
}
