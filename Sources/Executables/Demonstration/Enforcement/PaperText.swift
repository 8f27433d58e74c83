import Casework
import Kernel
import Processes

/// What the demonstration's officers write into papers: in keeping with the matter, and marked as invented.
enum PaperText {
    static func entry(
        of field: DocumentField,
        _ plan: PlannedEnforcement,
        head: String,
        at moment: Instant
    ) -> DocumentEntry {
        // All agree, and nobody is recused.
        if ["dissent", "recused"].contains(field.key) {
            return DocumentEntry(key: field.key, label: field.label, text: "")
        }
        var rows: [[String]]?
        var text = ""
        switch field.kind {
        case .line, .paragraph: text = field.label == "主持人" ? head : words(field.label, plan)
        case .day: text = moment.day.description
        case .moment: text = String(moment.minuteText.prefix(16))
        case .money: text = plan.fine.description
        case .choice: text = field.passing.first ?? field.choices.first ?? ""
        case .rows:
            rows = (0..<max(1, field.atLeast)).map { line in
                field.columns.map { cell($0, line, head) }
            }
        }
        return DocumentEntry(key: field.key, label: field.label, text: text, rows: rows)
    }

    static func opinion(_ kind: StepKind, _ effect: OutcomeEffect?) -> String {
        switch (kind, effect) {
        case (_, .filed): "符合立案标准，同意立案"
        case (_, .notFiled): "经核查，线索不实，不予立案"
        case (.identify, _): "已出示执法证件，并告知申请回避的权利"
        case (.investigate, _): "现场检查、询问完毕，证据已经固定"
        case (.conclude, .noViolation): "经调查，违法事实不能成立"
        case (.conclude, _): "违法事实清楚，证据确凿，建议给予行政处罚"
        case (.notice, _): "已制作并送达告知书"
        case (.statement, .rightsWaived): "当事人在期限内未提出陈述、申辩，未要求听证"
        case (.statement, .hearingRequested): "当事人在期限内书面要求听证"
        case (.statement, _): "已听取并复核当事人的陈述、申辩"
        case (.hearing, _): "听证依法公开举行，笔录已核对签名"
        case (.legalReview, _): "程序合法，法律适用准确，同意"
        case (.discuss, _): "一致同意处理意见"
        case (.decide, .imposed): "同意，依法作出行政处罚决定"
        case (.decide, _): "同意，不予行政处罚"
        case (.serve, _): "文书已送达当事人"
        case (.pay, _): "罚款已缴清"
        case (.publish, _): "处罚决定信息已公开"
        default: "同意"
        }
    }

    private static func words(_ label: String, _ plan: PlannedEnforcement) -> String {
        let table: [(part: String, words: String)] = [
            ("事实", plan.clue.facts), ("案情", plan.clue.facts), ("证据", "现场检查笔录、照片、询问笔录，证明违法经营的事实"),
            ("地点", plan.clue.place), ("内容", plan.clue.facts), ("依据", "《城镇燃气管理条例》第四十五条"),
            ("理由", "行为违反《城镇燃气管理条例》第十五条，符合立案和处理条件"), ("结论", "同意对当事人处罚款人民币\(plan.fine.grouped)元"),
            ("陈述", "当事人称系初次经营，请求从轻处理"), ("申辩", "当事人称系初次经营，请求从轻处理"), ("方式", "当面出示"),
            ("人", "\(plan.partyName)法定代表人（演示）"),
        ]
        let found = table.first { label.contains($0.part) }?.words ?? "已按规定办理（演示）"
        return found
    }

    private static func cell(_ column: String, _ line: Int, _ head: String) -> String {
        let names = ["甲", "乙", "丙", "丁", "戊"]
        if column.contains("姓名") { return line == 0 ? head : "演示成员\(names[line % names.count])" }
        if column.contains("职务") { return line == 0 ? "局长" : "副局长" }
        if column.contains("意见") { return "同意处理建议" }
        if column.contains("数量") { return "\(line + 6)" }
        if column.contains("名称") || column.contains("物品") { return "液化石油气钢瓶" }
        return "演示"
    }
}
