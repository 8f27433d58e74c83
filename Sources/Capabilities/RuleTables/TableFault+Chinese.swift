package import DecisionTables
import Interchange
import Kernel

extension TableFault {
    /// What the table should be like and is not, in one sentence without its full stop; rows count from 1.
    package func chinese(in table: DecisionTable) -> String {
        switch self {
        case .noOutput: "应有结论列，实为没有"
        case .noRule: "应有至少一行规则，实为没有"
        case .badName(let name): name.isEmpty ? "每列应有名称，实为空" : "列名“\(name)”应只用一次"
        case .width(let rule): "第\(rule + 1)行的格数应与列数相同"
        case .tooLarge: "表格过大"
        case .unreadable(let place, let fault): "\(words(place, in: table))：\(fault.chinese)"
        case .wrongType(let place, let expected, let found):
            "\(words(place, in: table))：应为\(expected.chinese)，实为\(found.chinese)"
        case .notAllowed(let place): "\(words(place, in: table))：不在允许的取值之内"
        case .orderMissing(let output): "“\(label(output: output, table))”应列出取值，排在前面的优先，实为没有列出"
        case .notAggregable: "汇总的命中策略应只有一列可以汇总的结论"
        case .neverHolds(let rule, let input): "第\(rule + 1)行的“\(label(input: input, table))”没有任何取值能够满足"
        case .unprovable(let rule, let input):
            "第\(rule + 1)行的“\(label(input: input, table))”与另一事实比较，无法证明没有缺漏"
        case .tooManyCombinations: "情形过多，无法逐一证明"
        case .gap(let example): "没有一行适用于：\(words(example, table))"
        case .overlap(let rules, let example):
            "第\(rules.map { String($0 + 1) }.joined(separator: "、"))行同时适用于：\(words(example, table))"
        case .unreachable(let rule, let example):
            "第\(rule + 1)行总是被前面的行取代" + (example.isEmpty ? "" : "，如：\(words(example, table))")
        }
    }

    private func words(_ place: Place, in table: DecisionTable) -> String {
        switch place {
        case .inputExpression(let input): "“\(label(input: input, table))”的表达式"
        case .inputValues(let input): "“\(label(input: input, table))”的取值"
        case .outputValues(let output): "“\(label(output: output, table))”的取值"
        case .otherwise(let output): "“\(label(output: output, table))”的默认值"
        case .condition(let rule, let input): "第\(rule + 1)行“\(label(input: input, table))”"
        case .conclusion(let rule, let output): "第\(rule + 1)行“\(label(output: output, table))”"
        }
    }

    private func label(input: Int, _ table: DecisionTable) -> String {
        table.inputs.indices.contains(input) ? table.inputs[input].label : String(input + 1)
    }

    private func label(output: Int, _ table: DecisionTable) -> String {
        table.outputs.indices.contains(output) ? table.outputs[output].label : String(output + 1)
    }

    private func words(_ example: [FEELValue], _ table: DecisionTable) -> String {
        zip(table.inputs, example).map { "\($0.label)为\($1.chinese)" }.joined(separator: "，")
    }
}

extension FEELFault {
    /// What was expected at the character, counted from 1, and what stands there.
    package var chinese: String {
        let what =
            switch kind {
            case .empty: "应填写内容，不限的填“-”"
            case .expected(let expected, let found):
                "应为\(expected.chinese)，实为\(found.isEmpty ? "结尾" : "“\(found)”")"
            case .fullWidth(let found, let meant): "应为半角“\(meant)”，实为“\(found)”"
            case .unknownName(let name): "“\(name)”不是已知的事实；文字应加半角双引号"
            case .badLiteral(let text): "“\(text)”不是有效的数、日期、时间或者期间"
            case .wrongType(let expected, let found): "应为\(expected.chinese)，实为\(found.chinese)"
            case .emptyRange: "区间的起点应小于终点"
            case .tooLong: "内容过长"
            case .tooDeep: "括号或者运算过多"
            }
        return "第\(position)个字符处\(what)"
    }
}

extension FEELFault.Expected {
    fileprivate var chinese: String {
        switch self {
        case .value: "数、加双引号的文字、日期或者事实"
        case .rangeDots: "“..”"
        case .rangeEnd: "“]”或者“)”"
        case .closing: "“)”"
        case .quote: "半角双引号"
        case .end: "结尾"
        }
    }
}

extension FEELType {
    package var chinese: String {
        switch self {
        case .number: "数"
        case .string: "文字"
        case .boolean: "是或者否"
        case .date: "日期"
        case .time: "时间"
        case .dateTime: "日期时间"
        case .daysDuration: "日时期间"
        case .monthsDuration: "年月期间"
        }
    }
}

extension FEELValue {
    /// As a sentence says it: 是, 公民, 10000.
    package var chinese: String {
        switch self {
        case .null: "空"
        case .boolean(let isTrue): isTrue ? "是" : "否"
        case .date(let day): day.chinese
        case .number, .string, .time, .dateTime, .duration: entry
        case .list(let values): values.map(\.chinese).joined(separator: "、")
        }
    }
}

extension HitPolicy {
    package var chinese: String {
        switch self {
        case .unique: "唯一：只有一行适用"
        case .any: "一致：几行适用的，结论相同"
        case .priority: "优先：取排在前面的结论"
        case .first: "在先：取最前面适用的一行"
        case .collect: "汇集"
        case .collectSum: "汇集求和"
        case .collectLeast: "汇集取最小"
        case .collectGreatest: "汇集取最大"
        case .collectCount: "汇集计数"
        case .ruleOrder: "按行次汇集"
        case .outputOrder: "按结论次序汇集"
        }
    }
}

extension DMNFile.Remark.Kind {
    package var chinese: String {
        switch self {
        case .unread(let name): "没有读入“\(name)”"
        case .noTable(let name): "决策“\(name)”不是表，没有读入"
        case .foreignLanguage(let name): "表达式语言“\(name)”不是 FEEL"
        case .unknownType(let name): "类型“\(name)”未定义，按单元格推定"
        case .unknownHitPolicy(let name): "命中策略“\(name)”不存在，按唯一处理"
        }
    }
}

extension DMNFile.Fault {
    /// Where the file is not what it should be, and why, without a full stop.
    package var chinese: String {
        switch self {
        case .markup(let fault): "第 \(fault.line) 行：\(fault.reason.chinese)"
        case .foreignRoot(let name, let namespace):
            "应为 DMN 1.1 至 1.5 的 definitions，实为“\(name)”（\(namespace.isEmpty ? "没有命名空间" : namespace)）"
        }
    }
}
