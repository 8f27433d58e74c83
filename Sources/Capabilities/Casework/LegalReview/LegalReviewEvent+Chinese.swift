import Kernel

/// What a fact of a legal review says, as timelines show it.
extension LegalReviewEvent {
    package var chinese: String {
        switch self {
        case .begun: "开始法制审核"
        case .confirmed: "核对审核材料"
        case .asked: "要求补充审核材料"
        case .supplied: "补充审核材料"
        case .prolonged(let event): "延长审核时限\(event.by.chinese)"
        case .opposed: "法制审核不同意"
        case .accepted: "采纳审核意见"
        case .contested: "申请复审"
        case .answered(let event): event.isMaintained ? "复审维持审核意见" : "复审改变审核意见"
        case .resolved(let event): "集体讨论协调解决：\(event.result.chinese)"
        }
    }

    /// The particulars, a line each.
    package var lines: [String] {
        switch self {
        case .begun(let event):
            ["审核目录清单第\(event.catalog)版"] + (event.due.map { ["应于\($0.chinese)前审核"] } ?? [])
                + (event.materials.isEmpty ? [] : ["应提交：\(event.materials.joined(separator: "、"))"])
        case .confirmed(let event): [event.materials.joined(separator: "、")]
        case .asked(let event):
            [event.materials.joined(separator: "、"), "应于\(event.supplyBy.chinese)前补充，其间停止计算审核时限"]
        case .supplied(let event): event.supplied.map { "\($0.material)：\($0.paper)" }
        case .opposed(let event):
            [event.defects.map(\.chinese).joined(separator: "、"), "应于\(event.contestBy.chinese)前采纳或者申请复审"]
        case .contested(let event): ["应于\(event.answerBy.chinese)前答复"]
        case .prolonged(let event): event.due.map { ["应于\($0.chinese)前审核"] } ?? []
        case .accepted, .answered, .resolved: []
        }
    }

    /// What who acted wrote; empty where nothing is written.
    package var words: String {
        switch self {
        case .begun, .confirmed, .supplied: ""
        case .asked(let event): event.reasons
        case .prolonged(let event): event.reasons
        case .opposed(let event): event.opinion
        case .accepted(let event): event.note
        case .contested(let event): event.reasons
        case .answered(let event): event.opinion
        case .resolved(let event): event.reasons
        }
    }
}
