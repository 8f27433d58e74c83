import Participation

extension HallWording {
    init(_ fault: InformationFault) {
        switch fault {
        case .unknown: self = .noSuchCase
        case .applicant(let error):
            let inner = HallWording(error)
            self.init(422, inner.code, "申请人信息有误", inner.sentence, field: inner.field)
        case .stage(let expected, let found):
            let names = expected.map { "“\($0.chinese)”" }.joined(separator: "或")
            self.init(409, "information_stage", "现在不能这样办理", "申请应处于\(names)，实为“\(found.chinese)”。")
        case .correctionAskedAlready, .correctionTooLate, .correctionRuns, .consultationRuns, .consultationOpen,
            .noConsultation, .extensionProposedAlready, .noExtensionProposed, .extendedAlready, .extensionTooLate,
            .ownProposal, .kindMissing, .opinionMissing, .groundMissing, .groundWithoutWithholding, .opinionAwaited,
            .yearNotReportable, .figureOutOfRange:
            self.init(403, "officers_only", "由承办机关办理", "这一步由承办机关的工作人员办理。")
        }
    }
}
