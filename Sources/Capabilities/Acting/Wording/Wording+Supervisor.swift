package import Participation

extension Wording {
    package init(_ fault: SupervisorFault) {
        switch fault {
        case .unknown: self.init(404, "supervisor.unknown", "没有这名社会监督员")
        case .unknownOpinion: self.init(404, "opinion.unknown", "没有这件监督意见")
        case .unknownKind: self.init(422, "supervisor.kind", "应选择社会监督员的类别", field: "kind")
        case .termReversed(let from, let through):
            self.init(422, "supervisor.term", "任期应起于 \(through) 以前，实为 \(from)", field: "from")
        case .ended(let day): self.init(409, "supervisor.ended", "任期应未届满，实已于 \(day) 届满", field: "through")
        case .notInOffice: self.init(409, "supervisor.notInOffice", "社会监督员应在任期内，实为不在任期内")
        case .otherDivision:
            self.init(403, "supervisor.otherDivision", "应为本地区或者下级地区的社会监督员，实为其他地区", field: "division")
        case .outsideDivision: self.init(422, "supervisor.outside", "应为监督地区内的机关、事项或者办件，实为其他地区")
        case .notInSample: self.init(404, "supervisor.notInSample", "没有这件样本")
        case .sampleSize(let expected, let found):
            let range = "\(expected.lowerBound) 至 \(expected.upperBound)"
            self.init(422, "supervisor.sampleSize", "抽取件数应为 \(range)，实为 \(found)", field: "count")
        case .daysReversed(let from, let through):
            self.init(422, "supervisor.days", "收件日期应起于 \(through) 以前，实为 \(from)", field: "drawFrom")
        case .nothingToDraw: self.init(409, "supervisor.nothingToDraw", "这段时间没有可以抽取的办件", field: "drawFrom")
        case .answered: self.init(409, "opinion.answered", "监督意见已经答复")
        }
    }
}
