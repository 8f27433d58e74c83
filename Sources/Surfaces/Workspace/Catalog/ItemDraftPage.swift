import Acting
import Catalog
import Codes
import Directory
import HTML
import Kernel
import Processes

/// The form in which an item's next version is written.
struct ItemDraftPage: Component {
    let heading: String
    let address: String
    let back: String
    let sheet: ItemSheet
    let files: AdjustmentFiles
    /// Empty lines at the end of materials and questions.
    let blankRows: Int
    /// Whether a version is in force, so that changing it asks a reason.
    let asksReason: Bool
    let agencies: [AgencyRow]
    /// The local categories that its items may be listed under.
    let categories: [LocalCategories.Entry]
    /// The fields of single categories.
    let declared: [CategoryField]
    /// The body that a list named and the directory does not have.
    let unlisted: String?
    /// Which standard the item implements: what it holds fast is not written here.
    let standard: StandardItem.Version?
    let processes: [ProcessVersionRow]
    let errors: [FieldError]
    let refused: Wording?
    /// What the legal office remarked when it sent the draft back.
    let comments: [FieldComment]
    let grounds: [AdjustmentGround]
    let hidden: [HiddenField]

    var body: any HTML {
        h1 { heading }
        if let standard {
            AlertBox("采用基本目录第 \(standard.number) 版", tone: .active) {
                let locked = StandardItem.lockable.filter(standard.locked.contains).map(\.chinese)
                p { "与基本目录一致、不在这里修改的内容：\(locked.joined(separator: "、"))。请补充其他内容；承诺时限只能缩短。" }
            }
        }
        if let refused { AlertBox("未能保存", tone: .bad) { p { refused.full } } }
        ErrorSummary(errors)
        if !comments.isEmpty {
            AlertBox("审核意见", tone: .caution) {
                ul { for comment in comments { li { "\(comment.field.chinese)：\(comment.text)" } } }
            }
        }
        FormFrame(to: address, hidden: hidden + files.typed.kept.hidden, sendsFiles: true) {
            Panel("调整") {
                adjustment
                details {
                    summary { "各种原因应有的依据" }
                    DefinitionList(grounds.map { Definition($0.trigger.chinese, $0.chinese) })
                }
                files.fields
            }
            Panel("事项") {
                identity
                LocalCategoryFields(categories: categories, sheet: sheet, errors: errors)
                CategoryFieldCells(declared: declared, sheet: sheet, errors: errors)
            }
            Panel("期限和收费") {
                limits
                charges
            }
            Panel("条件和材料", anchor: "materials") { materials }
            Panel("申请表", anchor: "questions") { questions }
            Panel("办理和咨询") { service }
            Panel("行使和办理方式") { exercise }
            details {
                summary { "涉密事项" }
                p(.cssClass("hint")) { "写明依据、理由和决定机关的事项照常运行，不对外公布（政府信息公开条例§14）。" }
                row {
                    cell(.secrecyBasis, "依据")
                    cell(.secrecyReason, "理由", .lines, width: "wide")
                    cell(.secrecyBy, "决定机关")
                }
            }
            ButtonRow {
                SubmitButton("保存草稿", choice: ("do", "save"))
                SubmitButton("再加几行", weight: .secondary, choice: ("do", "more"))
                a(.href(back)) { "返回" }
            }
        }
    }

    private func row(@HTMLBuilder _ content: () -> any HTML) -> any HTML {
        div(.cssClass("design-row")) { content() }
    }

    private func entry(_ title: String, @HTMLBuilder _ content: () -> any HTML) -> any HTML {
        Element("fieldset", [.cssClass("design-step")]) {
            legend { title }
            row(content)
        }
    }

    private func cell(
        _ field: ItemSheet.Field,
        _ label: String,
        _ control: DesignCell.Control = .line,
        width: String = ""
    ) -> any HTML {
        cell(field.rawValue, label, sheet[field], control, width: width)
    }

    private func cell(
        _ name: String,
        _ label: String,
        _ value: String,
        _ control: DesignCell.Control,
        width: String = ""
    ) -> any HTML {
        DesignCell(name: name, label: label, value: value, control: control, width: width, errors: errors)
    }

    private var adjustment: any HTML {
        row {
            cell(
                .kind,
                "种类",
                .list(
                    ItemAdjustment.Kind.ofVersions.map { .init(key: $0.rawValue, words: $0.chinese) },
                    hasNone: "请选择"
                )
            )
            cell(.trigger, "原因", .list(options(ItemAdjustment.Trigger.self, \.chinese), hasNone: "请选择"))
            cell(.evidence, "所依据的文件和文号", width: "wide")
            cell(.evidenceOn, "文件或者法律的日期", .day)
            cell(.related, "有关事项的编码（合并、分设、承接的，每行一个）", .lines, width: "wide")
            if asksReason { cell(.reason, "修改理由", .lines, width: "wide") }
        }
    }

    private var identity: any HTML {
        row {
            cell(.name, "事项名称", width: "wide")
            cell(.englishName, "英文名称（在英文页面上显示）")
            cell(.mainName, "主项名称（有子项的填写）")
            cell(.code, "事项编码（没有的留空，审核确认时按本地规则赋码）", width: "wide")
            cell(.localCode, "地方编码")
            cell(
                .category,
                "事项类型",
                .list(PowerCategory.allCases.map { .init(key: $0.rawValue, words: $0.chinese) }, hasNone: "请选择")
            )
            if !categories.isEmpty {
                cell(
                    .local,
                    "地方类别（类别目录中没有的留空）",
                    .list(
                        categories.map { .init(key: ItemSheet.key($0), words: $0.category.chineseWithLike) },
                        hasNone: "没有"
                    )
                )
            }
            cell(
                .agency,
                "实施主体",
                .list(
                    agencies.map { .init(key: $0.id.text, words: $0.profile.name) },
                    hasNone: unlisted.map { "\($0)（不在册）" } ?? "请选择"
                )
            )
            cell(.levels, "行使层级，如“县级”，几级用“、”隔开")
            cell(.audience, "服务对象")
            cell(.bases, "设定依据，每行一条，如“行政许可法§12”", .lines, width: "wide")
        }
    }

    private var limits: any HTML {
        row {
            cell(.statutory, "法定时限，如“20个工作日”")
            cell(.statutorySource, "法定时限依据")
            cell(.promised, "承诺时限")
            cell(
                .fee,
                "收费",
                .list(
                    [.init(key: ItemSheet.free, words: "不收费"), .init(key: ItemSheet.charged, words: "收费")],
                    hasNone: "未填报"
                )
            )
            cell(
                .process,
                "办理流程",
                .list(
                    processes.map { .init(key: "\($0.process)@\($0.number)", words: "\($0.name)（第 \($0.number) 版）") },
                    hasNone: "未填报"
                ),
                width: "wide"
            )
        }
    }

    @HTMLBuilder private var charges: any HTML {
        p(.cssClass("hint")) { "收费的，每个收费项目一行；全部空着的行不保存。" }
        for index in 0..<(sheet.charges.count + blankRows) {
            ChargeCells(
                row: index < sheet.charges.count ? sheet.charges[index] : [:],
                index: index,
                errors: errors
            )
        }
    }

    @HTMLBuilder private var materials: any HTML {
        row { cell(.conditions, "受理条件，每行一条", .lines, width: "wide") }
        p(.cssClass("hint")) { "材料名称空着的行不保存。" }
        for index in 0..<(sheet.materials.count + blankRows) {
            let material = index < sheet.materials.count ? sheet.materials[index] : ItemSheet.blankMaterial
            materialRow(material, at: index)
        }
    }

    private func materialRow(_ material: [ItemSheet.MaterialField: String], at index: Int) -> any HTML {
        func cell(
            _ field: ItemSheet.MaterialField,
            _ label: String,
            _ control: DesignCell.Control = .line,
            width: String = ""
        ) -> any HTML {
            self.cell(ItemSheet.material(index, field), label, material[field] ?? "", control, width: width)
        }
        return entry("材料 \(index + 1)") {
            cell(.name, "材料名称", width: "wide")
            cell(.necessity, "必要性", .list(options(Material.Necessity.self, \.chinese), hasNone: nil))
            cell(.condition, "何时需要")
            cell(.form, "形式", .list(options(Material.Form.self, \.chinese), hasNone: nil))
            cell(.originals, "原件份数", width: "short")
            cell(.copies, "复印件份数", width: "short")
            cell(.source, "来源", .list(options(Material.Source.self, \.chinese), hasNone: nil))
            cell(.sample, "样表出处")
            cell(.note, "填报须知")
            for fact in Material.Fact.allCases { cell(.init(fact), fact.chinese) }
        }
    }

    @HTMLBuilder private var questions: any HTML {
        p(.cssClass("hint")) { "只问与本事项有关的（行政许可法§29）。问题空着的行不保存。要重复填写的（如股东、设备），先写一组的名称，答案选“一组问题”，再在它之后写组内的各个问题。" }
        for index in 0..<(sheet.questions.count + blankRows) {
            let question = index < sheet.questions.count ? sheet.questions[index] : [:]
            self.question(question, at: index)
        }
    }

    private func question(_ question: [ItemSheet.QuestionField: String], at index: Int) -> any HTML {
        func cell(
            _ field: ItemSheet.QuestionField,
            _ label: String,
            _ control: DesignCell.Control = .line,
            width: String = ""
        ) -> any HTML {
            self.cell(ItemSheet.question(index, field), label, question[field] ?? "", control, width: width)
        }
        let yes = [DesignCell.Option(key: ItemSheet.yes, words: "是")]
        return entry("问题 \(index + 1)") {
            HiddenField(ItemSheet.question(index, .key), question[.key] ?? "")
            cell(.label, "问题", width: "wide")
            cell(.kind, "答案", .list(options(FormField.Kind.self, \.chinese), hasNone: nil))
            cell(.required, "必填", .list(yes, hasNone: "否"))
            cell(.personal, "个人信息", .list(yes, hasNone: "否"))
            cell(.choices, "可选的答案，用“、”隔开")
            cell(.longest, "最多字数", width: "short")
            cell(.hint, "提示")
            cell(.when, "仅在此前的哪个问题（写它的名称）")
            cell(.answer, "答什么时才问，如“是”；数字、日期如“≥200”")
            cell(.group, "属于哪一组（写组的名称）")
            cell(.least, "一组至少几项", width: "short")
            cell(.most, "一组至多几项", width: "short")
        }
    }

    private var exercise: any HTML {
        row {
            cell(.powerSource, "权力来源", .list(options(ItemExercise.Source.self, \.chinese), hasNone: "未填报"))
            cell(.entrustedBy, "委托部门（受委托行使的填写）")
            cell(.projectType, "办件类型", .list(options(ItemExercise.ProjectType.self, \.chinese), hasNone: "未填报"))
            cell(.ways, "办理形式，如“窗口办理、网上办理”")
            cell(.visits, "到办事现场次数", width: "short")
            cell(.specialProcedure, "特别程序（听证、检验、专家评审等）和所需时间", .lines, width: "wide")
            cell(.levyKind, "征收种类（行政征收填写）")
            cell(
                .reducible,
                "是否涉及减免审批（行政征收填写）",
                .list(
                    [.init(key: ItemSheet.yes, words: "是"), .init(key: ItemSheet.no, words: "否")],
                    hasNone: "未填报"
                )
            )
        }
    }

    private var service: any HTML {
        row {
            cell(.permitName, "办理结果（证照或者文书名称）")
            cell(.office, "承办机构（实施主体内承办的科室、窗口）")
            cell(.place, "办理地点")
            cell(.hours, "办理时间")
            cell(.phone, "咨询电话")
            cell(.complaintLine, "监督投诉电话")
            cell(.rights, "相对人权利，每行一条", .lines, width: "wide")
            cell(.remedies, "救济渠道，每行一条", .lines, width: "wide")
            cell(.liability, "责任追究", .lines, width: "wide")
            cell(.preference, "优惠政策", .lines, width: "wide")
            cell(
                .commonQuestions,
                "常见问题：一行“问：……”，一行“答：……”",
                .lines,
                width: "wide"
            )
            cell(.remark, "备注")
        }
    }

    private func options<Value: CaseIterable & RawRepresentable<String>>(
        _ type: Value.Type,
        _ words: (Value) -> String
    ) -> [DesignCell.Option] { type.allCases.map { DesignCell.Option(key: $0.rawValue, words: words($0)) } }
}

extension FormField.Kind {
    /// As a drafter chooses it.
    var chinese: String {
        switch self {
        case .line: "一行文字"
        case .paragraph: "一段文字"
        case .number: "数字"
        case .day: "日期"
        case .choice: "从几个中选一个"
        case .phone: "电话号码"
        case .identityNumber: "身份证号"
        case .creditCode: "统一社会信用代码"
        case .address: "地址"
        case .industry: "负面清单（投资项目）"
        case .group: "一组问题（可以填几项）"
        }
    }
}
