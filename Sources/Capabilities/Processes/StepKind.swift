package import WorkflowEngine

/// What a step is in law; frames speak of kinds, never of names.
package enum StepKind: String, Hashable, Sendable, Codable, CaseIterable {
    case receive
    case accept
    case correctionNotice
    case investigate
    case preserveEvidence
    case examine
    case expertTest
    case legalReview
    case notice
    case statement
    case hearing
    case discuss
    case approve
    case decide
    case document
    case serve
    case publish
    case execute
    case close
    case archive
    case fileCase
    case identify
    case conclude
    case inspect
    case assess
    case urge
    case report
    case pay
    case release
    case announce
    case mediate
    case compensate
    case transfer

    package var chinese: String {
        switch self {
        case .receive: "收件"
        case .accept: "受理"
        case .correctionNotice: "补正告知"
        case .investigate: "调查核实"
        case .preserveEvidence: "证据保全"
        case .examine: "审查"
        case .expertTest: "检验检测鉴定评审"
        case .legalReview: "法制审核"
        case .notice: "告知"
        case .statement: "陈述申辩"
        case .hearing: "听证"
        case .discuss: "集体讨论"
        case .approve: "审核"
        case .decide: "决定"
        case .document: "制作文书证件"
        case .serve: "送达"
        case .publish: "公开"
        case .execute: "执行"
        case .close: "结案"
        case .archive: "归档"
        case .fileCase: "立案"
        case .identify: "表明身份"
        case .conclude: "调查终结"
        case .inspect: "检查"
        case .assess: "核定"
        case .urge: "催告"
        case .report: "备案"
        case .pay: "缴款"
        case .release: "解除返还"
        case .announce: "公示"
        case .mediate: "调解"
        case .compensate: "补偿"
        case .transfer: "移送"
        }
    }

    /// What a return that passes over such a step does to it.
    ///
    /// What the party has already been given cannot be taken back by an internal return; what has been found or heard
    /// stays found and heard (a decision rests on the record of the hearing).
    ///
    /// - Source: Administrative License Law (行政许可法) art. 8, 48.
    package var onReturn: ReturnRule {
        switch self {
        case .examine, .legalReview, .discuss, .approve, .document, .conclude, .assess: .voided
        case .investigate, .preserveEvidence, .expertTest, .notice, .statement, .hearing, .identify, .inspect, .urge,
            .mediate:
            .kept
        case .receive, .accept, .correctionNotice, .decide, .serve, .publish, .execute, .close, .archive, .fileCase,
            .report, .pay, .release, .announce, .compensate, .transfer:
            .irrevocable
        }
    }

    /// Whether an internal return may take a case away from such a step while it waits.
    ///
    /// Once the party must be told, heard or served, the case goes on only when that is done: otherwise a return would be
    /// the way around the duty.
    ///
    /// - Source: Administrative License Law (行政许可法) art. 36, 47.
    package var mayBeLeft: Bool {
        switch self {
        case .investigate, .preserveEvidence, .examine, .expertTest, .legalReview, .discuss, .approve, .decide,
            .document, .conclude, .inspect, .assess:
            true
        case .receive, .accept, .correctionNotice, .notice, .statement, .hearing, .serve, .publish, .execute, .close,
            .archive, .fileCase, .identify, .urge, .report, .pay, .release, .announce, .mediate, .compensate,
            .transfer:
            false
        }
    }

    /// Whether doing the step does something to the party; gathering, examining and giving back do not.
    ///
    /// - Source: Administrative Litigation Law (行政诉讼法) art. 2, 12 (acts that can be sued over).
    package var actsOutward: Bool {
        switch self {
        case .accept, .correctionNotice, .preserveEvidence, .notice, .hearing, .decide, .serve, .publish, .execute,
            .fileCase, .inspect, .urge, .pay, .announce:
            true
        case .receive, .investigate, .examine, .expertTest, .legalReview, .statement, .discuss, .approve, .document,
            .close, .archive, .identify, .conclude, .assess, .report, .release, .mediate, .compensate, .transfer:
            false
        }
    }

    /// Whether the party sees nothing of the step, so that the external chart passes over it.
    package var isInternal: Bool {
        switch self {
        case .legalReview, .discuss, .approve, .close, .archive, .report: true
        case .receive, .accept, .correctionNotice, .investigate, .preserveEvidence, .examine, .expertTest, .notice,
            .statement, .hearing, .decide, .document, .serve, .publish, .execute, .fileCase, .identify, .conclude,
            .inspect,
            .assess, .urge, .pay, .release, .announce, .mediate, .compensate, .transfer:
            false
        }
    }
}
