import BlobStore
@testable import Catalog
import Codes
import EventLog
import Kernel
import Law

extension EventExamples {
    /// Every fact of an item; its content once with all fields and once with none that may be absent.
    static func catalog() -> [any EventPayload] {
        let bare = ItemContent(code: "511A0138600000", name: "民办幼儿园设立审批", category: .license)
        let listing = ImportedListing(
            code: bare.code,
            name: bare.name,
            mainName: "民办学校审批",
            category: .license,
            agency: AgencyReference(name: "演示区教育局"),
            division: "511602000000",
            levels: [.county, .city],
            bases: [LegalBasis("中华人民共和国民办教育促进法", 12), LegalBasis(law: "国务院决定", place: .other("附件2-37"))]
        )
        var exercised = bare
        exercised.exercise = exercise
        var adopted = bare
        adopted.standard = StandardReference(item: PowerItem.ID("01P1A2B3C4D5E6F7G8H9J0K1M"), version: 2)
        let bareListing = ImportedListing(code: bare.code, name: bare.name, category: .publicService)
        let detailed = ImportedListing(code: bare.code, name: bare.name, category: .license, details: details)
        let doubt = ItemDoubt(column: "编码", expected: "14位", found: "13位", reason: "来源清单如此")
        return [
            ItemImported(source: Open("演示清单"), row: Open(7), listing: Open(listing), doubts: Open([doubt])),
            ItemImported(source: Open("演示清单"), row: Open(8), listing: Open(bareListing), doubts: Open([])),
            ItemImported(source: Open("演示清单"), row: Open(9), listing: Open(detailed), doubts: Open([])),
            ItemImported(source: Open("演示清单"), row: Open(10), listing: Open(listedWhole(bare)), doubts: Open([])),
            ItemDrafted(content: complete, reason: "法律修改"),
            ItemDrafted(content: bare, reason: nil),
            ItemDrafted(
                content: bare,
                reason: nil,
                adjustment: ItemAdjustment(.merged, for: .decision, evidence: "川府发〔2026〕1号", related: ["511A1"])
            ),
            ItemDrafted(content: adopted, reason: nil),
            ItemDrafted(content: exercised, reason: nil),
            ItemDrafted(content: local, reason: nil),
            StandardDefined(number: Open(1), content: Open(bare), locked: Open([.name, .bases])),
            ItemSubmitted(note: "请审核"),
            ItemSubmitted(note: nil),
            ItemSubmitted(
                note: nil,
                report: SubmissionReport(document: "区教〔2026〕3号", head: "张某", signedOn: day),
                stations: [.establishmentOffice, .government],
                reviewWithin: .workingDays(10)
            ),
            ItemReturned(reason: "依据不全"),
            ItemReturned(reason: "见各栏", comments: [FieldComment(.conditions, "第二项没有依据")]),
            ItemConfirmed(opinion: "合法"),
            ItemConfirmed(opinion: nil),
            ItemConfirmed(opinion: nil, comments: [FieldComment(.phone, "请核对")]),
            ItemConfirmed(opinion: nil, code: "XK00101001"),
            ItemAgreed(station: .establishmentOffice, opinion: "相符", document: nil),
            ItemAgreed(station: .government, opinion: "同意", document: "区政复〔2026〕8号"),
            ItemDrafted(
                content: bare,
                reason: nil,
                adjustment: ItemAdjustment(.changed, for: .decision, evidence: "川府发〔2026〕1号", files: [scan])
            ),
            ItemSubmitted(
                note: nil,
                report: SubmissionReport(document: "区教〔2026〕4号", head: "张某", signedOn: day, files: [scan])
            ),
            ItemAgreed(station: .government, opinion: "同意", document: "区政复〔2026〕9号", files: [scan]),
            ItemAbolished(from: day, ground: "国务院决定取消", trigger: .decision, files: [scan]),
            ItemPublished(number: Open(1), content: Open(complete), inForceFrom: Open(day)),
            ItemExempted(number: 1, content: secret, inForceFrom: day),
            ItemAbolished(from: day, ground: "国务院决定取消"),
            ItemAbolished(from: day, ground: "国务院决定取消", trigger: .decision),
            OfficialListDrafted(kind: "charges", owner: "511602", rows: [["区教科体局", "测试费"]], reason: "首次编制"),
            OfficialListSubmitted(report: SubmissionReport(document: "区财〔2026〕3号", head: "张某", signedOn: day)),
            OfficialListSubmitted(
                report: SubmissionReport(document: "区财〔2026〕4号", head: "张某", signedOn: day),
                reviewWithin: .workingDays(10)
            ),
            OfficialListReturned(reason: "文号不全"),
            OfficialListPublished(
                kind: Open("charges"),
                owner: Open("511602"),
                number: Open(1),
                rows: Open([["区教科体局", "测试费"]]),
                inForceFrom: Open(day)
            ),
            OfficialListFiled(number: 1, receipt: "备〔2026〕1号", remark: "已阅"),
            OfficialListFiled(number: 1, receipt: "备〔2026〕2号", remark: nil),
            OfficialListFiled(number: 2, receipt: "备〔2026〕3号", remark: nil, files: [scan]),
            OfficialListHandedIn(number: 1, note: "首次报送", files: [scan]),
            OfficialListHandedIn(number: 2, note: nil, files: [scan, scan]),
            OfficialListFilingReturned(number: 1, comment: "第三栏不清楚"),
            ItemColumnsRemembered(agency: "1A1", columns: .sichuan),
            ItemLawAnswered(change: LegalChange("演示条例", .version(2)), kind: .exception, reason: "过渡条款"),
            ItemLawDecided(change: LegalChange("演示条例", .repeal), isAgreed: true, opinion: "同意"),
        ]
    }

    private static let scan = Attachment(
        blob: "b2",
        key: "c0ffee",
        digest: "00:11",
        size: 2_048,
        name: "申请报告.pdf",
        mediaType: "application/pdf"
    )

    private static var details: ListedDetails {
        var details = ListedDetails()
        details.localCode = complete.localCode
        details.audience = complete.audience
        details.statutoryLimit = complete.statutoryLimit
        details.promisedLimit = complete.promisedLimit
        details.fee = complete.fee
        details.conditions = complete.conditions
        details.materials = ["申请书"]
        details.permitName = complete.permitName
        details.place = complete.place
        details.hours = complete.hours
        details.phone = complete.phone
        details.complaintLine = complete.complaintLine
        details.rights = complete.rights
        details.remedies = complete.remedies
        details.exercise = exercise
        details.remark = complete.remark
        return details
    }

    /// A row that says of its materials more than their names.
    private static func listedWhole(_ item: ItemContent) -> ImportedListing {
        var proof = ListedMaterial("场地证明")
        proof.necessity = .conditional
        proof.condition = "租赁场地的"
        proof.form = .paper
        proof.originals = 0
        proof.copies = 2
        proof.source = .authority
        proof.specification = "A4"
        var details = ListedDetails()
        details.englishName = "Setting up a kindergarten"
        details.materialRows = [proof, ListedMaterial("申请书")]
        details.questions = [CommonQuestion("在哪里申请", "在政务大厅")]
        return ImportedListing(code: item.code, name: item.name, category: item.category, details: details)
    }

    private static var local: ItemContent {
        var content = ItemContent(code: "NJ-001", name: "民办学校年检", category: .inspection)
        let category = LocalCategory(
            code: "NJ",
            chinese: "年检",
            english: "Annual check",
            like: .inspection,
            letters: "NJ",
            basis: "演示〔2026〕5号",
            inForceFrom: nil,
            inForceUntil: nil,
            questions: []
        )
        content.local = StatedCategory(category, of: "511602", version: 1, answers: [.init("年检周期", "每年")])
        return content
    }

    private static var exercise: ItemExercise {
        var exercise = ItemExercise()
        exercise.source = .entrustedAbove
        exercise.entrustedBy = "演示市教育局"
        exercise.projectType = .promised
        exercise.ways = [.window, .online]
        exercise.visits = 1
        exercise.specialProcedure = "专家评审10个工作日"
        exercise.levyKind = "其他"
        exercise.isReducible = false
        return exercise
    }

    private static var complete: ItemContent {
        var content = ItemContent(
            code: "511A0138600000",
            name: "民办幼儿园设立审批",
            category: .license,
            bases: [LegalBasis("中华人民共和国民办教育促进法", 12, paragraph: 1, item: 2)]
        )
        content.mainName = "民办学校审批"
        content.localCode = "JY-001"
        content.agency = AgencyReference(id: "1A1", code: "11511301008778183N", name: "演示区教育局")
        content.division = "511602000000"
        content.levels = [.county]
        content.audience = "法人"
        content.statutoryLimit = StatutoryLimit(.workingDays(20), source: LegalBasis("中华人民共和国行政许可法", 42))
        content.promisedLimit = .workingDays(15)
        content.conditions = ["具备与所开办教育机构相适应的条件"]
        content.materials = [
            Material(name: "申请书"),
            Material(
                name: "章程",
                necessity: .conditional,
                condition: "设立法人的",
                form: .paper,
                originals: 1,
                copies: 2,
                source: .authority,
                sample: "samples/1.pdf",
                note: "加盖公章"
            ),
        ]
        content.fee = Fee(isCharged: true, standard: "每件一元", basis: LegalBasis(law: "演示办法"))
        content.permitName = "民办学校办学许可证"
        content.place = "演示路1号"
        content.hours = "工作日 9:00–17:00"
        content.phone = "0826-0000000"
        content.complaintLine = "12345"
        content.rights = ["申请听证"]
        content.remedies = ["行政复议", "行政诉讼"]
        content.process = ProcessReference(id: "licensing-prompt", version: 1)
        content.form = [
            FormField(key: "purpose", label: "申请事由", kind: .line),
            FormField(
                key: "kind",
                label: "类别",
                kind: .choice,
                isRequired: false,
                isPersonal: true,
                choices: ["甲", "乙"],
                longest: 20,
                hint: "选一项"
            ),
        ]
        content.remark = "演示"
        return content
    }

    private static var secret: ItemContent {
        var content = ItemContent(code: "511A0138600000", name: "演示秘密事项", category: .other)
        content.secrecy = SecrecyGround(
            basis: LegalBasis("政府信息公开条例", 14),
            reason: "国家秘密",
            decidedBy: "演示区保密局"
        )
        return content
    }
}
