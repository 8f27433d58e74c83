import Participation

extension HallWording {
    init(_ fault: SupervisorFault) {
        switch fault {
        case .unknown, .notInSample: self.init(404, "supervisor_unknown", "没有找到", "没有这项任命或者样本，请从“社会监督”页面重新进入。")
        case .notInOffice, .ended:
            self.init(409, "supervisor_term", "不在任期内", "任期尚未开始或者已经届满，不能再提出意见。")
        case .outsideDivision:
            self.init(422, "supervisor_outside", "不在监督地区内", "请选择监督地区内的机关或者事项。", field: "agency")
        case .unknownOpinion, .unknownKind, .termReversed, .otherDivision, .sampleSize, .daysReversed, .nothingToDraw,
            .answered:
            self.init(403, "officers_only", "由工作人员办理", "这一步由监督机构或者承办机关的工作人员办理。")
        }
    }
}
