import HTML

/// Who applies.
struct ApplicantPage: Component {
    let site: HallSite
    let draft: String
    let item: String
    let kind: ApplicantEntry.Kind
    /// Whether an agent applies, so that the firm is settled.
    let isForFirm: Bool
    let entry: ApplicantEntry
    let errors: [FieldError]
    let hidden: [HiddenField]
    let conflict: AlertBox?

    var body: any HTML {
        DraftFrame("申请人信息", item: item, draft: draft, site: site) {
            ErrorSummary(errors)
            conflict ?? NoHTML()
            if isForFirm {
                DefinitionList([
                    Definition("单位名称", entry[.organizationName]), Definition("统一社会信用代码", entry[.creditCode]),
                ])
            } else {
                Tabs(
                    "申请人类型",
                    ApplicantEntry.Kind.allCases.map { choice in
                        NavigationLink(
                            choice.chinese,
                            to: "\(HallPath.draft(draft, .applicant))?kind=\(choice.rawValue)",
                            isCurrent: choice == kind
                        )
                    }
                )
            }
            FormFrame(
                to: HallPath.draft(draft, .applicant),
                hidden: hidden + [HiddenField("kind", kind.rawValue)],
                moot: []
            ) {
                for question in questions { field(question) }
                p(.cssClass("hint")) { "这些信息只用于办理本次申请，加密保存，公开决定时按规定隐去。" }
                ButtonRow {
                    SubmitButton("保存并继续")
                    SubmitButton("暂存", weight: .secondary, choice: ("later", "1"))
                }
            }
            DraftScript(site: site)
        }
    }

    private var questions: [ApplicantEntry.Question] {
        ApplicantEntry.Question.of(kind).filter { !isForFirm || $0 != .organizationName && $0 != .creditCode }
    }

    private func field(_ question: ApplicantEntry.Question) -> any HTML {
        let hint: String
        var type = TextField.Kind.text
        var autocomplete: String?
        var longest = 60
        switch question {
        case .name: (hint, autocomplete) = ("与身份证一致", "name")
        case .identityNumber: (hint, longest) = ("18 位，末位是 X 的请写 X", 18)
        case .mobile, .representativeMobile: (hint, type, autocomplete) = ("11 位手机号，用于通知", .tel, "tel")
        case .organizationName: (hint, autocomplete, longest) = ("与营业执照或登记证书一致", "organization", 200)
        case .creditCode: (hint, longest) = ("18 位数字和大写字母", 18)
        case .representativeName: hint = "与登记证书一致"
        }
        return TextField(
            FieldCaption(question.rawValue, label: question.label, hint: hint, isRequired: true, errors: errors),
            value: entry[question],
            kind: type,
            autocomplete: autocomplete,
            maxLength: longest,
            width: question == .organizationName ? .full : .half
        )
    }
}
