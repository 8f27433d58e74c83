import Documents
import EventLog
import Kernel
import Processes
import Testing
import TimeLimits

@testable import Casework
@testable import Decisions

@Suite("Official documents")
struct CaseDocumentTests {
    static let documents: [(document: CaseDocument, name: String, must: [String])] = [
        (
            .acceptance(
                ApplicationAccepted(
                    acceptedOn: "2026-03-03",
                    isDeemed: false,
                    statutory: .workingDays(20),
                    promised: .workingDays(15),
                    due: DueDays(promised: "2026-03-24", statutory: "2026-03-31", isProvisional: false)
                )
            ),
            "受理通知书", ["第三十二条第（五）项", "2026年3月24日", "第四十五条"]
        ),
        (
            .correction(
                CorrectionNotice(
                    number: 1,
                    points: [CorrectionPoint(material: "申请书", kind: .wrong, explanation: "缺少申请人签名")],
                    notifiedOn: "2026-03-03"
                )
            ),
            "补正告知书", ["第三十二条第（四）项", "全部内容", "缺少申请人签名"]
        ),
        (
            .nonAcceptance(
                ApplicationNotAccepted(
                    effect: .otherAgency,
                    reasons: ForParty("该事项由市教育局办理，本机关无权受理", party: "P1"),
                    competentAgency: "演示市教育局"
                )
            ),
            "不予受理决定书", ["演示市教育局", "六十日内", "六个月内"]
        ),
        (
            .nonAcceptance(
                ApplicationNotAccepted(
                    effect: .notRequired,
                    reasons: ForParty("该活动依法不需要许可", party: "P1"),
                    competentAgency: nil
                )
            ),
            "不受理告知书", ["不需要取得行政许可"]
        ),
        (
            .specialProcedure(
                ClockSuspended(
                    ground: .expertReview,
                    since: "2026-03-05",
                    expectedEnd: "2026-03-20",
                    explanation: ForParty("组织专家评审办学条件", party: "P1")
                )
            ),
            "特别程序时间告知书", ["第四十五条", "专家评审", "15日"]
        ),
        (
            .prolongation(
                LimitProlonged(
                    by: .workingDays(10),
                    reasons: ForParty("涉及多个部门，需要进一步核实", party: "P1"),
                    due: DueDays(promised: "2026-04-08", statutory: "2026-04-15", isProvisional: false)
                )
            ),
            "延长期限通知书", ["第四十二条", "负责人批准", "10个工作日"]
        ),
        (
            .decision(decision(.granted)), "准予行政许可决定书", ["第三十八条第一款", "2029年3月4日", "六十日内", "六个月内"]
        ),
        (.decision(decision(.refused)), "不予行政许可决定书", ["第三十八条第二款", "六十日内", "六个月内", "消防"]),
        (.termination(ApplicationWithdrawn(reason: "另行选址", position: nil)), "终止办理通知书", ["另行选址"]),
        (
            .service(DecisionServed(way: .direct, servedOn: "2026-03-06", note: "本人签收")), "送达回证",
            ["直接送达", "2026年3月6日", "演示窗口"]
        ),
        (
            .upkeep(
                UpkeepPaper(
                    PermitCancelled(
                        ground: Open(.organizationEnded),
                        reasons: Open("被许可人已办理注销登记"),
                        cancelledOn: Open("2026-03-09")
                    )
                )
            ),
            "注销决定书", ["第七十条第（三）项", "2026年3月9日", "注销", "依法终止", "六十日内", "六个月内"]
        ),
    ]

    @Test(
        "each document says what the statute wants of it, whose it is, and where it can be checked",
        arguments: 0..<11
    )
    func contents(index: Int) throws {
        let (document, name, must) = CaseDocumentTests.documents[index]
        #expect(document.name == name)
        let content = document.content(.sample)
        let text = content.blocks.map(\.words).joined(separator: "\n")
        for word in must + ["演示幼儿园举办人", "演示区教育局", "演示文书"] {
            #expect(text.contains(word), "\(name) lacks \(word)")
        }
        #expect(content.metadataTitle == name)
        #expect(text.contains("/check/511602-20260302-00001/"))
    }

    @Test("a document set in type is a page or two", arguments: 0..<11)
    func printed(index: Int) async throws {
        let document = CaseDocumentTests.documents[index].document
        let bytes = try await DocumentRenderer().render(document.content(.sample))
        #expect(bytes.starts(with: Array("%PDF".utf8)))
        #expect(bytes.count < 400_000)
    }

    private static func decision(_ kind: Decision.Kind) -> Decision {
        Decision(
            kind: kind,
            number: "演示教许准〔2026〕1号",
            decidedOn: "2026-03-05",
            reasons: kind == .granted ? "" : "办学场所未通过消防验收，不符合规定的办学条件",
            content: kind == .granted ? "准予设立演示幼儿园，办学规模六个班，地址演示路100号" : "对你单位提出的申请不予许可",
            validFrom: kind == .granted ? "2026-03-05" : nil,
            validThrough: kind == .granted ? "2029-03-04" : nil,
            permitNumber: kind == .granted ? "5116022026000001" : nil,
            title: kind == .granted ? "准予行政许可决定书" : "不予行政许可决定书",
            sanctions: []
        )
    }
}

extension CaseDocumentFacts {
    /// Invented, and about nobody.
    static let sample = CaseDocumentFacts(
        caseNumber: "511602-20260302-00001",
        item: ItemPin(
            id: "01I1",
            code: "511A0138600000",
            version: 1,
            name: "民办幼儿园设立审批",
            category: "01",
            agency: "01A1",
            division: "511602000000",
            agencyName: "演示区教育局",
            agencyShortName: "演示教",
            statutoryLimit: .workingDays(20),
            statutorySource: "《中华人民共和国行政许可法》第四十二条",
            promisedLimit: .workingDays(15),
            process: ProcessPin(id: "licensing-prompt", version: 1),
            permitName: "民办学校办学许可证"
        ),
        applicant: "演示幼儿园举办人",
        receivedOn: "2026-03-02",
        number: "演示教许受〔2026〕1号",
        day: "2026-03-05",
        created: Instant("2026-03-05", hour: 9),
        materials: ["申请书", "章程", "场所证明"],
        officer: "演示窗口",
        served: "《准予行政许可决定书》",
        government: "四川省广安市广安区人民政府",
        checkAddress: "https://example.org/check/511602-20260302-00001/8F3K2M7Q",
        checkCode: "8F3K2M7Q",
        isDemonstration: true,
        matter: CaseMatter(.licensing)
    )
}

extension DocumentBlock {
    /// Everything a reader can read of the block.
    var words: String {
        switch self {
        case .letterhead(let head): "\(head.name) \(head.number ?? "")"
        case .title(let text), .addressee(let text), .heading(let text), .paragraph(let text): text
        case .numberedList(let items): items.joined(separator: "\n")
        case .table(let table): (table.columns.map(\.title) + table.rows.joined()).joined(separator: "\n")
        case .signature(let signature): "\(signature.agency) \(signature.day)"
        case .code(let payload, let caption): "\(payload) \(caption)"
        }
    }
}
