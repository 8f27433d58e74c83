import HTML

/// Everything once more before it is sent.
struct ReviewPage: Component {
    let site: HallSite
    let draft: String
    let item: String
    let agency: String?
    let applicant: [Fact]
    let answers: [Fact]
    let materials: [Filed]
    /// What speaks against the application by what was filled in.
    let doubt: AlertBox?
    let errors: [FieldError]
    let hidden: [HiddenField]

    /// A question and its answer.
    struct Fact: Hashable, Sendable {
        let name: String
        let value: String
    }

    /// A material and the names of its files.
    struct Filed: Hashable, Sendable {
        let name: String
        let files: [String]
        let address: String
    }

    var body: any HTML {
        DraftFrame("核对并提交", item: item, draft: draft, site: site) {
            ErrorSummary(errors)
            doubt ?? NoHTML()
            Panel("申请事项") { DefinitionList([Definition("事项", item), Definition("受理机关", agency)]) }
            Panel("申请人信息") {
                DefinitionList(applicant.map { Definition($0.name, $0.value) })
                p { a(.href(HallPath.draft(draft, .applicant))) { "修改申请人信息" } }
            }
            if !answers.isEmpty {
                Panel("申请表") {
                    DefinitionList(answers.map { Definition($0.name, $0.value.isEmpty ? "（未填）" : $0.value) })
                    p { a(.href(HallPath.draft(draft, .form))) { "修改申请表" } }
                }
            }
            if !materials.isEmpty { Panel("申请材料") { DefinitionList(materials.map(definition)) } }
            FormFrame(to: HallPath.draft(draft, .review), hidden: hidden) {
                ChoiceField(
                    FieldCaption("truth", label: "声明", isRequired: true, errors: errors),
                    choices: [
                        Choice("yes", "我对申请材料实质内容的真实性负责", hint: "行政许可法第三十一条")
                    ],
                    kind: .several
                )
                ButtonRow {
                    SubmitButton("确认提交")
                    LinkButton("返回任务清单", to: HallPath.draft(draft), weight: .secondary)
                }
            }
        }
    }

    private func definition(_ filed: Filed) -> Definition {
        Definition(filed.name) {
            if filed.files.isEmpty { p(.cssClass("quiet")) { "（未上传）" } }
            for file in filed.files { p { file } }
            p { a(.href(filed.address)) { "修改" } }
        }
    }
}
