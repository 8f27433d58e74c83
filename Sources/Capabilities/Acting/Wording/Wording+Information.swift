package import Participation

extension Wording {
    package init(_ fault: InformationFault) {
        switch fault {
        case .unknown: self.init(404, "information.unknown", "没有这件政府信息公开申请")
        case .applicant: self.init(422, "information.applicant", "申请人的姓名、证件号码或者手机号不合要求")
        case .stage(let expected, let found):
            let names = expected.map { "“\($0.chinese)”" }.joined(separator: "或")
            self.init(409, "information.stage", "申请应处于\(names)，实为“\(found.chinese)”")
        case .correctionAskedAlready:
            self.init(409, "information.correctionAsked", "补正应一次性告知，实为已经告知过", article: "政府信息公开条例§30")
        case .correctionTooLate(let day):
            self.init(409, "information.correctionTooLate", "告知补正的最后一日为 \(day)，实已过期", article: "政府信息公开条例§30")
        case .correctionRuns(let day):
            self.init(409, "information.correctionRuns", "补正期限至 \(day)，届满后才能视为放弃", article: "政府信息公开条例§30")
        case .consultationRuns(let day):
            self.init(409, "information.consultationRuns", "征求意见期限至 \(day)，届满后才能记为逾期", article: "政府信息公开条例§32")
        case .consultationOpen: self.init(409, "information.consultationOpen", "正在征求意见，应先记录意见")
        case .noConsultation: self.init(409, "information.noConsultation", "没有正在进行的征求意见")
        case .extensionProposedAlready: self.init(409, "information.extensionProposed", "已经提请延长答复期限")
        case .noExtensionProposed: self.init(409, "information.noExtension", "没有待批准的延长提请")
        case .extendedAlready:
            self.init(409, "information.extended", "答复期限以延长一次为限，实为已经延长", article: "政府信息公开条例§33")
        case .extensionTooLate(let due):
            self.init(409, "information.extensionTooLate", "应在答复期限 \(due) 届满前延长，实已届满", article: "政府信息公开条例§33")
        case .ownProposal:
            self.init(403, "information.ownProposal", "延长应由工作机构负责人同意，提请人不得自己批准", article: "政府信息公开条例§33")
        case .yearNotReportable(let year):
            self.init(409, "information.yearNotReportable", "应为已经结束的年度（最近十年），实为\(year)年", article: "政府信息公开条例§49")
        case .figureOutOfRange(let greatest):
            self.init(422, "information.figure", "件数应为 0 至 \(greatest) 的整数，实为其他数", field: "figures")
        case .kindMissing: self.init(422, "information.kind", "应选择答复类型", field: "kind")
        case .opinionMissing: self.init(422, "information.said", "应选择意见", field: "said")
        case .groundMissing:
            let article = "政府信息公开条例§14–16"
            self.init(422, "information.ground", "不予公开或者部分公开应选择理由", article: article, field: "ground")
        case .groundWithoutWithholding:
            self.init(422, "information.ground", "该答复类型不需要不予公开的理由", field: "ground")
        case .opinionAwaited: self.init(409, "information.opinionAwaited", "正在征求意见，应先记录意见再答复")
        }
    }
}
