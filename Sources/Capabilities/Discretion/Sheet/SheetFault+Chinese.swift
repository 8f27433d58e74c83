extension SheetFault {
    /// What was expected and what was found, in one sentence without its full stop; `content` is the benchmark that was
    /// proved, `nil` while cells cannot be read.
    package func chinese(in content: DiscretionBenchmark?) -> String {
        switch rule {
        case .stated: "应填写，实为\(shown)"
        case .unique: "名称应各不相同，实为\(shown)已经用过"
        case .basis: "应为法律名称和条款，如“城镇燃气管理条例#45”，实为\(shown)"
        case .words: "应每行写一个选项，各不相同，实为\(shown)"
        case .decimals: "应为0至\(DecimalText.mostDecimals)的整数，实为\(shown)"
        case .direction: "应为\(Grade.Direction.allCases.map(\.chinese).joined(separator: "、"))之一，实为\(shown)"
        case .measure: "应每行写一项措施和幅度，如“罚款5万元以上不满18.5万元”，实为\(shown)"
        case .oneMeasure: "应为一项措施和法定幅度，如“罚款5万元以上50万元以下”，实为\(shown)"
        case .band(let unit, let decimals):
            "应为\(unit)数的范围，如“3以上不满5”“不满3”\(decimals == 0 ? "，整数" : "，最多\(decimals)位小数")，实为\(shown)"
        case .firstNames: "第一行应写明阶次，实为前一阶次的其他情节"
        case .proved(let fault): content.map { fault.chinese(in: $0) } ?? "应能证明没有缺漏和重叠"
        }
    }

    private var shown: String {
        found.isBlank ? "空" : "“\(found.sheetLines.joined(separator: "；").prefix(200))”"
    }
}
