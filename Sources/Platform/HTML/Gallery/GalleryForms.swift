/// A form with faults, and one answer of every kind.
struct GalleryForms: Component {
    private let errors = [
        FieldError(field: "credit-code", message: "统一社会信用代码应为 18 位，现为 17 位"),
        FieldError(field: "way", message: "请选择取件方式"),
    ]

    var body: any HTML {
        Panel("表单") {
            ErrorSummary(errors)
            FormFrame(to: "#", hidden: [HiddenField("key", "sample")], sendsFiles: true) {
                TextField(
                    FieldCaption("applicant", label: "申请人名称", isRequired: true),
                    value: "示范区第一中学 <script>",
                    autocomplete: "organization",
                    width: .half
                )
                TextField(
                    FieldCaption(
                        "credit-code",
                        label: "统一社会信用代码",
                        hint: "营业执照或登记证书上的 18 位代码",
                        isRequired: true,
                        errors: errors
                    ),
                    value: "1251160245189012X",
                    width: .half
                )
                TextField(FieldCaption("day", label: "拟开业日期"), kind: .date, width: .short)
                SelectField(
                    FieldCaption("street", label: "所在街道", isRequired: true),
                    choices: [Choice("1", "城南街道"), Choice("2", "浓洄街道")]
                )
                ChoiceField(
                    FieldCaption("way", label: "取件方式", isRequired: true, errors: errors),
                    choices: [Choice("window", "窗口领取"), Choice("post", "邮寄", hint: "邮费由申请人承担")]
                )
                ChoiceField(
                    FieldCaption("promise", label: "承诺"),
                    choices: [Choice("true", "所填内容真实有效")],
                    chosen: ["true"],
                    kind: .several
                )
                TextArea(FieldCaption("remark", label: "补充说明", hint: "不超过 500 字"), maxLength: 500)
                FileField(
                    FieldCaption("file", label: "申请材料", hint: "PDF、JPG 或 PNG，每份不超过 20 MB", isRequired: true),
                    accept: ".pdf,.jpg,.png",
                    allowsSeveral: true
                )
                ButtonRow {
                    SubmitButton("核对并提交")
                    SubmitButton("保存草稿", weight: .secondary, choice: (name: "then", value: "draft"))
                    SubmitButton("撤回申请", weight: .warning)
                }
            }
        }
    }
}
