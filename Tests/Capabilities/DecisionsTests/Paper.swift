import Documents
import EventLog
import Kernel
import Processes
import Sanctions
import TimeLimits

@testable import Casework
@testable import Decisions
@testable import Parties

/// One paper of a case of some category, with what must and must not stand in it.
struct Paper: Sendable, CustomStringConvertible {
    enum Matter: Sendable {
        case decided(Decision.Kind, String)
        /// A paper of this name, with what the process asks of it.
        case written(String, [String] = [])
        case acceptance
        case payment
        case service
        case noticeService
        case opinion
        case certificate
        case revoked
        /// Withdrawn, because what it rested on changed.
        case withdrawn
    }

    let matter: Matter
    let category: ProcessDefinition.Category
    let must: [String]
    let mustNot: [String]

    init(
        _ matter: Matter,
        _ category: ProcessDefinition.Category,
        must: [String] = [],
        mustNot: [String] = []
    ) {
        self.matter = matter
        self.category = category
        self.must = must
        self.mustNot = mustNot
    }

    var name: String { (try? matter.document.name) ?? "" }
    var description: String { "\(name) (\(category))" }

    func content() throws -> Documents.DocumentContent {
        let document = try matter.document
        let number = document.ownNumber ?? document.seriesWord(in: category).map { "演示教\($0)〔2026〕1号" } ?? ""
        return document.content(.sample(of: category, number: number))
    }
}

extension Paper.Matter {
    var document: CaseDocument {
        get throws {
            switch self {
            case .decided(let kind, let title): .decision(.sample(kind, title))
            case .written(let name, let contents): .written(try .sample(name, contents))
            case .acceptance:
                .acceptance(
                    ApplicationAccepted(
                        acceptedOn: "2026-03-03",
                        isDeemed: false,
                        statutory: .workingDays(20),
                        promised: .workingDays(15),
                        due: DueDays(promised: "2026-03-24", statutory: "2026-03-31", isProvisional: false)
                    )
                )
            case .payment:
                .payment(
                    PaymentReceived(
                        amount: .yuan(6_500),
                        surcharge: .yuan(1_500),
                        paidOn: "2026-04-10",
                        receipt: "51160026030001"
                    ),
                    name: "罚款收据"
                )
            case .service: .service(DecisionServed(way: .direct, servedOn: "2026-03-06", note: ""))
            case .noticeService:
                .noticeService(NoticeServed(step: "notice", way: .direct, servedOn: "2026-03-06", note: ""))
            case .opinion:
                .opinion(OpinionPaper(name: "审核意见表", step: "审核", outcome: "同意", text: "事实清楚，证据确凿，同意处罚建议。"))
            case .revoked:
                .upkeep(
                    UpkeepPaper(
                        DecisionRevoked(
                            ground: Open(.unlawful),
                            reasons: Open("原决定适用法律错误"),
                            revokedOn: Open("2026-03-05")
                        )
                    )
                )
            case .withdrawn:
                .upkeep(
                    UpkeepPaper(
                        DecisionRevoked(
                            ground: Open(.lawChanged),
                            reasons: Open("所依据的规章已经废止"),
                            revokedOn: Open("2026-03-05")
                        )
                    )
                )
            case .certificate: .certificate(.sample(.granted, "准予登记通知书"), name: "登记证书")
            }
        }
    }
}

extension Decision {
    fileprivate static func sample(_ kind: Decision.Kind, _ title: String) -> Decision {
        let sanctions = kind == .imposed && title.contains("处罚") ? [Sanction(.fine, amount: .yuan(5_000))] : []
        let content = "自收到本决定书之日起十五日内到演示银行缴纳"
        return Decision(
            kind: kind,
            number: "演示教决〔2026〕1号",
            decidedOn: "2026-03-05",
            reasons: "未取得办学许可证招收幼儿，事实清楚、证据确凿，未造成危害后果，属于一般情节",
            content: sanctions.isEmpty ? "对演示路一百号的办学设施予以处理" : "\(sanctions.chinese)。\(content)",
            validFrom: nil,
            validThrough: nil,
            permitNumber: nil,
            title: title,
            sanctions: sanctions
        )
    }
}

extension WrittenPaper {
    /// The paper as somebody careful fills it in.
    fileprivate static func sample(_ name: String, _ contents: [String]) throws -> WrittenPaper {
        let document = StepDocument(name, contents: contents.compactMap(Processes.DocumentContent.init))
        let form = try DocumentForms.shipped().form(of: document) ?? DocumentForm(name: name, fields: [])
        return WrittenPaper(document: document, form: form, record: .sample(of: form))
    }
}

extension DocumentRecord {
    static func sample(of form: DocumentForm) -> DocumentRecord {
        DocumentRecord(document: form.name, entries: form.fields.map(DocumentEntry.sample))
    }
}

extension DocumentEntry {
    fileprivate static func sample(of field: DocumentField) -> DocumentEntry {
        let text =
            switch field.kind {
            case .line: "演示\(field.label)"
            case .paragraph: "执法人员于演示路一百号查明，当事人未取得办学许可证招收幼儿二十三名，收取保育费，有现场照片、收费收据为证。"
            case .day: "2026-03-20"
            case .moment: "2026-03-02 09:30"
            case .money: "5000"
            case .choice: field.passing.first ?? field.choices.first ?? ""
            case .rows: ""
            }
        let row = field.columns.map { $0.contains("数") ? "2" : "演示\($0)" }
        let rows = field.kind == .rows ? [[String]](repeating: row, count: max(2, field.atLeast)) : nil
        return DocumentEntry(key: field.key, label: field.label, text: text, rows: rows)
    }
}

extension CaseDocumentFacts {
    /// Invented, and about nobody.
    static func sample(
        of category: ProcessDefinition.Category,
        number: String,
        wording: DocumentWording? = nil
    ) -> CaseDocumentFacts {
        let license = CaseDocumentFacts.sample
        return CaseDocumentFacts(
            caseNumber: license.caseNumber,
            item: license.item,
            applicant: "演示托幼服务有限公司",
            receivedOn: license.receivedOn,
            number: number,
            day: license.day,
            created: license.created,
            materials: [],
            officer: "李四",
            served: "《行政处罚告知书》",
            government: license.government,
            checkAddress: license.checkAddress,
            checkCode: license.checkCode,
            isDemonstration: true,
            matter: .sample(of: category),
            wording: wording
        )
    }
}

extension CaseMatter {
    fileprivate static func sample(of category: ProcessDefinition.Category) -> CaseMatter {
        let organization = Organization(name: "演示托幼服务有限公司", code: "91350100M000100Y43", representative: nil)
        var matter = CaseMatter(category, party: Party(id: "1P1", identity: .organization(organization)))
        matter.clue = Clue(
            source: .inspection,
            facts: "未取得办学许可证招收幼儿二十三名",
            place: "演示路一百号",
            happenedOn: "2026-02-27"
        )
        matter.evidence = [
            Evidence(
                kind: .physical,
                name: "现场照片",
                shows: "未取得办学许可证招收幼儿",
                origin: "现场拍摄",
                obtainedOn: "2026-03-02",
                files: []
            )
        ]
        matter.proposal = Proposal(
            broken: "民办教育促进法§12",
            basis: "民办教育促进法§64",
            sanctions: [Sanction(.fine, amount: .yuan(5_000))],
            discretion: "一般情节"
        )
        matter.noticeServedOn = "2026-03-02"
        matter.address = "演示路一百号"
        matter.officers = [
            ActingOfficer(name: "李四", certificate: "51160001"), ActingOfficer(name: "王五", certificate: "51160002"),
        ]
        let review = DocumentRecord(
            document: "陈述申辩复核意见书",
            entries: [
                DocumentEntry(key: "statement", label: "意见", text: "请求从轻处罚"),
                DocumentEntry(key: "review", label: "复核情况", text: "所提理由没有证据支持"),
                DocumentEntry(key: "conclusion", label: "复核结论", text: "不予采纳"),
            ]
        )
        let answer = DocumentRecord(
            document: "答辩通知书",
            entries: [DocumentEntry(key: "respondent", label: "被申请人", text: "演示被申请人")]
        )
        // Written when the case was to be cleared at once, and taken back.
        let atOnce = DocumentRecord(document: "立即清除情况登记表", entries: [])
        matter.papers = [review.document: review, answer.document: answer, atOnce.document: atOnce]
        return matter
    }
}
