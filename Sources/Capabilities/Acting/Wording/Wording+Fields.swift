extension Wording {
    /// The form field behind the word by which casework names it.
    static func fieldKey(_ word: String) -> String? {
        switch word {
        case "意见": "opinion"
        case "线索内容": "facts"
        case "违法行为发生日期": "happenedOn"
        case "证据名称": "name"
        case "证明的事项": "shows"
        case "证据来源": "origin"
        case "违反的规定": "broken"
        case "处罚依据": "basis"
        case "事实、理由和依据": "reasons"
        case "履行方式和期限": "performance"
        case "票据号码": "receipt"
        case "不予受理的理由", "理由", "延长理由", "退回理由", "催办理由", "终止理由", "更正决定理由", "撤销决定理由", "撤回决定理由": "reasons"
        case "决定内容": "content"
        case "特别程序说明", "特别程序所需时间": "explanation"
        case "恢复说明": "note"
        case "有权受理的机关": "competentAgency"
        case "送达方式和日期": "servedOn"
        default: nil
        }
    }

    static func reasonsArticle(_ word: String) -> String {
        switch word {
        case "不予受理的理由": "行政许可法§32"
        case "理由": "行政许可法§38"
        case "延长理由": "行政许可法§42"
        case "特别程序说明": "行政许可法§45"
        default: ""
        }
    }
}
