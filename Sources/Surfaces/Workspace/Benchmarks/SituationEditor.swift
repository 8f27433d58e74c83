import Discretion
import HTML

/// One situation of a draft: what is weighed, what the law allows, the grades; each cell with its fault.
struct SituationEditor: Component {
    let number: Int
    let sheet: SituationSheet
    /// The words of each faulty place.
    let faults: [SheetFault.Place: [String]]
    let trial: BenchmarkTrial?

    private var prefix: String { BenchmarkForm.situation(number) }
    private var label: String { "情形\(number + 1)" }

    private func place(_ part: SheetFault.Part) -> SheetFault.Place { .situation(number, part) }

    private func caption(_ part: SheetFault.Part, _ label: String, hint: String = "") -> FieldCaption {
        let name = BenchmarkForm.name(place(part))
        let said = faults[place(part)].map { [FieldError(field: name, message: $0.joined(separator: "；"))] }
        return FieldCaption(name, label: label, hint: hint, isRequired: true, errors: said ?? [])
    }

    private func cell(_ part: SheetFault.Part) -> SheetCell {
        SheetCell(name: BenchmarkForm.name(place(part)), faults: faults[place(part)] ?? [])
    }

    private func act(_ words: String, _ value: String, of whom: String) -> any HTML {
        button(
            .cssClass("button secondary"),
            .type("submit"),
            .name("do"),
            .value(value),
            .aria(.label, "\(label)\(whom)：\(words)")
        ) { words }
    }

    var body: any HTML {
        Panel("情形\(number + 1)\(sheet.name.isEmpty ? "" : "：\(sheet.name)")", anchor: prefix) {
            HiddenField("\(prefix).key", sheet.key)
            div(.cssClass("form-grid")) {
                TextArea(
                    caption(.name, "违法行为或者情形", hint: "许可、征收、给付、检查等写适用的情形"),
                    value: sheet.name,
                    rows: 2,
                    maxLength: 300
                )
                TextArea(caption(.bases, "依据", hint: "每行一条，如“城镇燃气管理条例#45”"), value: sheet.bases, rows: 2)
            }
            h3 { "裁量因素" }
            factors
            act("增加裁量因素", "factor:add:\(number)", of: "")
            h3 { "法定幅度" }
            envelopes
            act("增加法定幅度", "envelope:add:\(number)", of: "")
            h3 { "裁量阶次" }
            p(.cssClass("hint")) {
                "从轻到重排列。选项不勾选、数不填写，表示不限。同一阶次有几组情节的，用“或者”增加一行。处理每行一项，只对公民或者只对组织的，前面写“对公民：”“对法人或者其他组织：”。"
            }
            grades
            wholeFaults
            act("增加阶次", "row:add:\(number)", of: "")
            trialPart
            ButtonRow {
                act("上移情形", "situation:up:\(number)", of: "")
                act("删除情形", "situation:remove:\(number)", of: "")
            }
        }
    }

    private var factors: any HTML {
        table(
            "裁量因素",
            [.init("名称"), .init("类型"), .init("选项（每行一个）或者单位"), .init("小数位"), .init("改动", .action)],
            sheet.factors.enumerated().map { line, factor in
                let whom = "第\(line + 1)个裁量因素"
                return [
                    HTMLGroup([
                        HiddenField("\(prefix).f\(line).key", factor.key),
                        cell(.factorName(line)).line(factor.name, "\(label)\(whom)：名称", hint: "名称"),
                    ]),
                    SheetCell(name: "\(prefix).f\(line).kind", faults: []).choice(
                        factor.kind.rawValue,
                        "\(label)\(whom)：类型",
                        [("choice", "选择"), ("number", "数")]
                    ),
                    cell(.factorValues(line)).text(factor.values, "\(label)\(whom)：选项或者单位"),
                    cell(.factorDecimals(line)).line(factor.decimals, "\(label)\(whom)：小数位"),
                    ButtonRow {
                        act("上移", "factor:up:\(number):\(line)", of: whom)
                        act("删除", "factor:remove:\(number):\(line)", of: whom)
                    },
                ]
            }
        )
    }

    private var envelopes: any HTML {
        table(
            "法定幅度",
            [.init("措施和法定幅度"), .init("依据条款"), .init("改动", .action)],
            sheet.envelopes.enumerated().map { line, envelope in
                let whom = "第\(line + 1)项法定幅度"
                return [
                    cell(.envelope(line)).text(envelope.measure, "\(label)\(whom)：措施和法定幅度", isWide: true),
                    cell(.source(line)).line(envelope.source, "\(label)\(whom)：依据条款"),
                    ButtonRow { act("删除", "envelope:remove:\(number):\(line)", of: whom) },
                ]
            }
        )
    }

    private var grades: any HTML {
        let factors = sheet.factors.map { factor in
            DataTable.Column(factor.kind == .number ? "\(factor.name)（\(factor.values)）" : factor.name)
        }
        return table(
            "裁量阶次",
            [.init("阶次"), .init("档次")] + factors + [.init("处理"), .init("改动", .action)],
            sheet.rows.indices.map(gradeCells)
        )
    }

    private func gradeCells(_ line: Int) -> [any HTML] {
        let row = sheet.rows[line]
        let whom = "第\(line + 1)行"
        let hidden: any HTML = HTMLGroup([
            HiddenField("\(prefix).r\(line).key", row.key),
            row.isFurther ? HiddenField("\(prefix).r\(line).further", "yes") : NoHTML(),
        ])
        let head: [any HTML] =
            row.isFurther
            ? [HTMLGroup([hidden, cell(.gradeName(line)).words("或者")]), "同上"]
            : [
                HTMLGroup([hidden, cell(.gradeName(line)).line(row.name, "\(label)\(whom)：阶次", hint: "阶次")]),
                cell(.direction(line)).choice(
                    row.direction,
                    "\(label)\(whom)：档次",
                    Grade.Direction.allCases.map { ($0.rawValue, $0.chinese) }
                ),
            ]
        let circumstances: [any HTML] = sheet.factors.indices.map { place in
            let factor = sheet.factors[place]
            let name = "\(label)\(whom)：\(factor.name)"
            let cell = cell(.cell(row: line, factor: place))
            switch factor.kind {
            case .choice: return cell.choices(row.cells[place], name, factor.words)
            case .number: return cell.line(row.cells[place].joined(separator: "、"), name)
            }
        }
        let acts: any HTML = ButtonRow {
            act("上移", "row:up:\(number):\(line)", of: whom)
            act("或者", "row:further:\(number):\(line)", of: whom)
            act("删除", "row:remove:\(number):\(line)", of: whom)
        }
        let measures: any HTML =
            row.isFurther
            ? "同上"
            : cell(.measures(line)).text(row.measures, "\(label)\(whom)：处理", isWide: true)
        return head + circumstances + [measures, acts]
    }

    /// What is about the table and not about a cell: circumstances without a grade.
    @HTMLBuilder private var wholeFaults: any HTML {
        if let whole = faults[place(.grades)] {
            div(.id(BenchmarkForm.name(place(.grades)))) {
                for fault in whole { p(.cssClass("field-error")) { fault } }
            }
        }
    }

    private func table(_ title: String, _ columns: [DataTable.Column], _ rows: [[any HTML]]) -> any HTML {
        div(.cssClass("rule-sheet")) {
            DataTable("\(label)：\(title)", columns: columns, rows: rows.map { DataTable.Row($0) })
        }
    }

    @HTMLBuilder private var trialPart: any HTML {
        h3(.id("\(prefix).trial")) { "试算：选择情节，查看本草稿的阶次和幅度" }
        if let trial {
            trial.fields
            act("试算", "try:\(number)", of: "")
            trial.outcome
        } else {
            p(.cssClass("hint")) { "上面的格改正以后可以试算。" }
        }
    }
}
