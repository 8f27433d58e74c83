import Directory
import HTML
import Kernel
import Participation

/// The form of a request for information; no account is needed, no reason is asked, and nothing is charged.
///
/// - Source: 政府信息公开条例 art. 29, 42; 国办发〔2008〕36号 was the last to ask for a use, the regulation does not.
struct InformationFormPage: Component {
    let site: HallSite
    let draft: InformationDraft
    let errors: [FieldError]
    let limit: String
    let hidden: [HiddenField]

    var body: any HTML {
        HallFrame(
            "申请公开政府信息",
            of: site,
            part: .letters,
            crumbs: [Crumb("政府信息公开", to: HallPath.information), Crumb("申请")]
        ) {
            h1 { "申请公开政府信息" }
            p { "不收费，不用说明用途。提交后得到编号和查询码，凭它补正、查看答复。自收到次日起\(limit)内答复。" }
            ErrorSummary(errors)
            Panel("申请表") { form }
            p(.cssClass("hint")) { "书写有困难的，可以到该机关口头提出，由工作人员代为填写。" }
        }
    }

    private var form: any HTML {
        FormFrame(to: HallPath.newInformation, hidden: hidden) {
            SelectField(
                caption("agency", "向哪个机关申请", "制作或者保存该信息的机关"),
                choices: [Choice("", "请选择")] + draft.agencies.map { Choice($0.id.text, $0.profile.name) },
                chosen: draft["agency"]
            )
            TextArea(
                caption("description", "需要什么信息", "10 至 2000 个字：信息的名称、文号，或者便于查找的其他特征"),
                value: draft["description"],
                rows: 6,
                maxLength: 2_000
            )
            ChoiceField(
                caption("form", "怎么获取"),
                choices: DeliveryForm.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: [draft.form.rawValue]
            )
            TextField(
                FieldCaption("address", label: "邮寄地址", hint: "要求邮寄纸质件时填写", errors: errors),
                value: draft["address"],
                autocomplete: "street-address",
                maxLength: 200
            )
            ChoiceField(
                caption("applicant", "申请人是"),
                choices: ApplicantKind.allCases.map { Choice($0.rawValue, $0.chinese) },
                chosen: [draft.applicant.rawValue]
            )
            TextField(
                caption("name", "姓名或者单位名称"),
                value: draft["name"],
                autocomplete: "name",
                maxLength: 200,
                width: .half
            )
            TextField(
                caption("identity", "身份证号或者统一社会信用代码", "18 位；自然人填身份证号"),
                value: draft["identity"],
                autocomplete: "off",
                maxLength: 20,
                width: .half
            )
            TextField(
                caption("mobile", "手机号"),
                value: draft["mobile"],
                kind: .tel,
                autocomplete: "tel",
                maxLength: 20,
                width: .half
            )
            ButtonRow { SubmitButton("下一步：核对", choice: ("step", "review")) }
        }
    }

    private func caption(_ name: String, _ label: String, _ hint: String = "") -> FieldCaption {
        FieldCaption(name, label: label, hint: hint, isRequired: true, errors: errors)
    }
}

/// The last look before a request is sent.
struct InformationReviewPage: Component {
    let site: HallSite
    let draft: InformationDraft
    let limit: String
    let hidden: [HiddenField]

    var body: any HTML {
        HallFrame(
            "核对并提交",
            of: site,
            part: .letters,
            crumbs: [Crumb("政府信息公开", to: HallPath.information), Crumb("核对并提交")]
        ) {
            h1 { "核对并提交" }
            Panel("您的申请") {
                DefinitionList(
                    [
                        Definition("受理机关", draft.agency?.profile.name),
                        Definition("所需信息") { Paragraphs(draft["description"]) },
                        Definition("获取方式", draft.form.chinese),
                    ]
                        + (draft.form == .paper ? [Definition("邮寄地址", draft["address"])] : [])
                        + [
                            Definition("申请人", "\(draft["name"])（\(draft.applicant.chinese)）"),
                            Definition("证件号码", draft["identity"]), Definition("手机号", draft["mobile"]),
                            Definition("答复期限", "自收到次日起\(limit)内"),
                        ]
                )
            }
            FormFrame(to: HallPath.newInformation, hidden: hidden + draft.hidden) {
                ButtonRow {
                    SubmitButton("提交", choice: ("step", "send"))
                    SubmitButton("返回修改", weight: .secondary, choice: ("step", "change"))
                }
            }
        }
    }
}
