import Casework
import Catalog
import Directory
import HTML
import Kernel
import Participation

/// The form of a question, complaint or report; no account is needed, and no name.
struct LetterFormPage: Component {
    let site: HallSite
    let draft: LetterDraft
    let errors: [FieldError]
    /// By when there is an answer.
    let limit: String
    let hidden: [HiddenField]

    var body: any HTML {
        HallFrame(
            "写信",
            of: site,
            part: .letters,
            crumbs: [Crumb("咨询投诉", to: HallPath.letters), Crumb("写信")]
        ) {
            h1 { "咨询、投诉、举报" }
            p { "不用注册账号，可以不留姓名。提交后得到编号和查询码，凭它查看答复、作出评价。\(draft.kind.chinese)自收到次日起\(limit)。" }
            ErrorSummary(errors)
            Panel("您要反映什么") { form }
        }
    }

    private var form: any HTML {
        FormFrame(to: HallPath.newLetter, hidden: hidden + about) {
            ChoiceField(
                FieldCaption("kind", label: "来信类型", isRequired: true, errors: errors),
                choices: LetterKind.allCases.map { Choice($0.rawValue, $0.chinese, hint: $0.explanation) },
                chosen: [draft.kind.rawValue]
            )
            subject
            TextField(
                FieldCaption("title", label: "标题", hint: "4 至 60 个字", isRequired: true, errors: errors),
                value: draft["title"],
                maxLength: 60
            )
            TextArea(
                FieldCaption(
                    "text",
                    label: "内容",
                    hint: "10 至 2000 个字：时间、地点、经过和您的要求。请不要写身份证号等个人信息",
                    isRequired: true,
                    errors: errors
                ),
                value: draft["text"],
                rows: 8,
                maxLength: 2_000
            )
            ChoiceField(
                FieldCaption("naming", label: "是否署名", isRequired: true, errors: errors),
                choices: [
                    Choice("anonymous", "匿名", hint: "不保存您的姓名和联系方式，也无法主动联系您"),
                    Choice("named", "署名", hint: "只有承办人员看得到，不公开，不转给被反映的人"),
                ],
                chosen: [draft.isNamed ? "named" : "anonymous"]
            )
            TextField(
                FieldCaption("name", label: "姓名", hint: "署名时填写", errors: errors),
                value: draft["name"],
                autocomplete: "name",
                maxLength: 60,
                width: .half
            )
            TextField(
                FieldCaption("mobile", label: "手机号", hint: "署名时填写", errors: errors),
                value: draft["mobile"],
                kind: .tel,
                autocomplete: "tel",
                maxLength: 20,
                width: .half
            )
            TextField(
                FieldCaption(
                    "mail",
                    label: "电子邮箱",
                    hint: "署名的可以填写：受理、转交、答复时告诉您；手机号也会收到短信。通知里只有编号，没有来信的内容",
                    errors: errors
                ),
                value: draft["mail"],
                kind: .email,
                autocomplete: "email",
                maxLength: 254
            )
            ButtonRow { SubmitButton("下一步：核对", choice: ("step", "review")) }
        }
    }

    /// What the letter is about, if a link said it.
    private var about: [HiddenField] {
        ["item", "case", "code"].map { HiddenField($0, draft[$0]) }
            + (draft.asksAgency ? [] : [HiddenField("agency", draft.agency ?? "")])
    }

    @HTMLBuilder private var subject: any HTML {
        if let caseFile = draft.caseFile {
            DefinitionList([Definition("所涉办件", caseFile.summary.number), Definition("事项", caseFile.opening.item.name)])
        } else if let item = draft.item {
            DefinitionList([Definition("所涉事项", item.name), Definition("实施机关", item.agency?.name)])
        }
        if draft.asksAgency {
            SelectField(
                FieldCaption("agency", label: "向哪个机关反映", isRequired: true, errors: errors),
                choices: draft.agencies.map { Choice($0.id.text, $0.profile.name) },
                chosen: draft.agency
            )
        }
    }
}

extension LetterKind {
    /// What it is for, for people who have never heard of the difference.
    var explanation: String {
        switch self {
        case .question: "想知道怎么办、归谁管、有什么规定"
        case .complaint: "对机关或者工作人员的态度、拖延、推诿、收费不满"
        case .report: "发现违法行使权力，或者行使了没有公布的权力"
        }
    }
}

/// The last look before a letter is sent, with published letters that read alike.
struct LetterReviewPage: Component {
    let site: HallSite
    let draft: LetterDraft
    /// What the agency answers everyone who asks this.
    let standards: [StandardAnswerLink]
    let similar: [LetterLink]
    let limit: String
    let hidden: [HiddenField]

    private var hasAnswers: Bool { !(standards.isEmpty && similar.isEmpty) }

    var body: any HTML {
        HallFrame(
            "核对并提交",
            of: site,
            part: .letters,
            crumbs: [Crumb("咨询投诉", to: HallPath.letters), Crumb("核对并提交")]
        ) {
            h1 { "核对并提交" }
            if hasAnswers {
                Panel("先看看是不是已经有答案") {
                    p { "下面是已经公开的标准答复和类似来信。如果已经解决您的问题，就不必再提交。" }
                    if !standards.isEmpty { StandardAnswerList(answers: standards) }
                    if !similar.isEmpty { LetterList(letters: similar) }
                }
            }
            Panel("您的\(draft.kind.chinese)") {
                DefinitionList(
                    [Definition("承办机关", draft.agencyName)]
                        + (draft.item.map { [Definition("所涉事项", $0.name)] } ?? [])
                        + (draft.caseFile.map { [Definition("所涉办件", $0.summary.number)] } ?? [])
                        + [
                            Definition("标题", draft["title"]),
                            Definition("内容") { Paragraphs(draft["text"]) },
                            Definition("署名", draft.isNamed ? "\(draft["name"])，\(draft["mobile"])" : "匿名"),
                            Definition("答复期限", "自收到次日起\(limit)"),
                        ]
                )
            }
            FormFrame(to: HallPath.newLetter, hidden: hidden + draft.hidden) {
                ButtonRow {
                    SubmitButton(hasAnswers ? "仍要提交" : "提交", choice: ("step", "send"))
                    SubmitButton("返回修改", weight: .secondary, choice: ("step", "change"))
                }
            }
        }
    }
}

/// A free text with its line breaks as paragraphs.
struct Paragraphs: Component {
    private let lines: [String]

    init(_ text: String) {
        lines = text.split(whereSeparator: \.isNewline).map(String.init)
    }

    var body: any HTML { for line in lines { p { line } } }
}
