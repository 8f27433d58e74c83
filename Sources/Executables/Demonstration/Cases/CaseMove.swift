import Directory
import Kernel
import Processes
import TimeLimits

/// One thing somebody does to a case.
enum CaseMove: Hashable, Sendable {
    case receive
    case accept
    case requestCorrection
    case supplement
    case acceptCorrected
    /// The supplement was not what had been asked for.
    case declineCorrected
    case declineNotRequired
    case declineOtherAgency
    case serveNonAcceptance
    case orderVerification
    case verify
    case suspend(ExcludedTime)
    case resume
    case prolong
    case propose
    case sendBack
    case agree
    case grant
    case refuse
    case makePermit
    case serve
    case publish
    case serveRefusal
    case archive
    /// The applicant takes the application back.
    case withdraw

    /// The step and outcome that the move completes; `nil` for moves that complete no step.
    var completion: (step: Step.ID, outcome: StepOutcome.ID)? {
        switch self {
        case .receive: ("receive", "registered")
        case .accept: ("accept", "accepted")
        case .requestCorrection: ("accept", "correctionNeeded")
        case .acceptCorrected: ("acceptCorrected", "accepted")
        case .declineCorrected: ("acceptCorrected", "notAccepted")
        case .declineNotRequired: ("accept", "notRequired")
        case .declineOtherAgency: ("accept", "otherAgency")
        case .serveNonAcceptance: ("serveNonAcceptance", "served")
        case .orderVerification: ("examine", "verify")
        case .verify: ("verify", "verified")
        case .propose: ("examine", "proposed")
        case .agree: ("review", "agreed")
        case .grant: ("decide", "granted")
        case .refuse: ("decide", "refused")
        case .makePermit: ("permit", "made")
        case .serve: ("serve", "served")
        case .publish: ("publish", "published")
        case .serveRefusal: ("serveRefusal", "served")
        case .archive: ("archive", "archived")
        case .supplement, .suspend, .resume, .prolong, .sendBack, .withdraw: nil
        }
    }

    /// Whose desk the case lies on; `nil` for what the applicant does.
    var responsibility: Responsibility? {
        switch self {
        case .receive, .accept, .requestCorrection, .acceptCorrected, .declineCorrected, .declineNotRequired,
            .declineOtherAgency, .serveNonAcceptance, .makePermit, .serve, .publish, .serveRefusal:
            .reception
        case .orderVerification, .verify, .suspend, .resume, .propose, .archive: .handle
        case .sendBack, .agree: .review
        case .grant, .refuse, .prolong: .approve
        case .supplement, .withdraw: nil
        }
    }

    /// Whether the officer then makes the documents that the case calls for so far.
    var makesDocuments: Bool {
        switch self {
        case .grant, .refuse, .requestCorrection, .serveNonAcceptance, .archive, .withdraw: true
        case .receive, .accept, .supplement, .acceptCorrected, .declineCorrected, .declineNotRequired,
            .declineOtherAgency, .orderVerification, .verify, .suspend, .resume, .prolong, .propose, .sendBack, .agree,
            .makePermit, .serve, .publish, .serveRefusal:
            false
        }
    }

    /// Whether the application is accepted by it, of which a notice is given.
    var accepts: Bool { self == .accept || self == .acceptCorrected }

    /// What the officer writes beside the step.
    var opinion: String {
        switch self {
        case .receive: "收件登记"
        case .accept, .acceptCorrected: "申请材料齐全，符合法定形式，予以受理"
        case .requestCorrection: "申请材料不齐全，一次性告知补正"
        case .declineCorrected: "未按要求补正，不予受理"
        case .declineNotRequired: "该事项依法不需要取得行政许可"
        case .declineOtherAgency: "该事项不属于本机关职权范围"
        case .serveNonAcceptance, .serve, .serveRefusal: "文书已送达申请人"
        case .orderVerification: "需要对申请材料的实质内容进行实地核查"
        case .verify: "两名工作人员实地核查，情况与申请材料相符"
        case .propose: "经审查，符合法定条件，拟同意"
        case .agree: "审查程序合法，同意拟办意见"
        case .grant: "同意"
        case .refuse: "不符合法定条件，不予许可"
        case .makePermit: "证件已制作并核对"
        case .publish: "决定信息已公开"
        case .archive: "材料齐全，立卷归档"
        case .resume: "报告已收到，恢复计时"
        case .sendBack: "核查结论不完整，退回补充"
        case .supplement, .suspend, .prolong, .withdraw: ""
        }
    }
}
