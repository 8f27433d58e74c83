/// What supervisors send an agency about a finding that stands.
///
/// - Source: 山东省行政执法监督条例 §28, 29 (opinion, decision); a Jiangsu platform's 督办 and a city measure's 监察建议书.
package enum OrderKind: String, Hashable, Sendable, Codable, CaseIterable {
    case urging
    case advice
    case opinion
    /// Follows an opinion by which nothing was corrected.
    case decision

    /// The document's name.
    package var chinese: String {
        switch self {
        case .urging: "督办通知书"
        case .advice: "监察建议书"
        case .opinion: "行政执法监督意见书"
        case .decision: "行政执法监督决定书"
        }
    }

    /// The word of its series of numbers.
    var seriesWord: String {
        switch self {
        case .urging: "督"
        case .advice: "监建"
        case .opinion: "监意"
        case .decision: "监决"
        }
    }

    package var article: String {
        switch self {
        case .urging: "粤府办〔2007〕76号"
        case .advice: "川办发〔2011〕45号"
        case .opinion: "山东省行政执法监督条例§28"
        case .decision: "山东省行政执法监督条例§29"
        }
    }
}

/// What a decision does about the act.
///
/// - Source: 山东省行政执法监督条例 §29, 31–34.
package enum OrderMeasure: String, Hashable, Sendable, Codable, CaseIterable {
    case perform
    case rectify
    case revoke
    case confirmUnlawful
    case confirmVoid

    package var chinese: String {
        switch self {
        case .perform: "责令限期履行"
        case .rectify: "责令补正或者改正"
        case .revoke: "撤销"
        case .confirmUnlawful: "确认违法"
        case .confirmVoid: "确认无效"
        }
    }

    package var article: String {
        switch self {
        case .perform: "山东省行政执法监督条例§29"
        case .rectify: "山东省行政执法监督条例§31"
        case .revoke: "山东省行政执法监督条例§32"
        case .confirmUnlawful: "山东省行政执法监督条例§33"
        case .confirmVoid: "山东省行政执法监督条例§34"
        }
    }
}

/// Why a decision may take its measure; each ground belongs to one.
///
/// - Source: 山东省行政执法监督条例 §31–34.
package enum OrderGround: String, Hashable, Sendable, Codable, CaseIterable {
    case notPerformed
    case reasonsMissing
    case clericalError
    case undated
    case factsUnclear
    case wrongBasis
    case procedureBroken
    case beyondPowers
    case improper
    case otherRevocable
    case performancePointless
    case nothingToRevoke
    case publicInterest
    case noBasis
    case noSeal
    case notExecutable

    package var measure: OrderMeasure {
        switch self {
        case .notPerformed: .perform
        case .reasonsMissing, .clericalError, .undated: .rectify
        case .factsUnclear, .wrongBasis, .procedureBroken, .beyondPowers, .improper, .otherRevocable: .revoke
        case .performancePointless, .nothingToRevoke, .publicInterest: .confirmUnlawful
        case .noBasis, .noSeal, .notExecutable: .confirmVoid
        }
    }

    package var chinese: String {
        switch self {
        case .notPerformed: "未依法履行职责"
        case .reasonsMissing: "未说明理由，且事后补充说明理由，当事人没有异议"
        case .clericalError: "文字表述错误或者计算错误"
        case .undated: "未载明作出日期"
        case .factsUnclear: "主要事实不清、证据不足"
        case .wrongBasis: "适用依据错误"
        case .procedureBroken: "违反法定程序"
        case .beyondPowers: "超越或者滥用职权"
        case .improper: "行政执法行为明显不当"
        case .otherRevocable: "应当撤销的其他情形"
        case .performancePointless: "不履行法定职责，责令履行已无意义"
        case .nothingToRevoke: "行为违法，但无可撤销内容"
        case .publicInterest: "应当撤销，但撤销将严重损害公共利益"
        case .noBasis: "没有法律依据"
        case .noSeal: "未加盖有效印章"
        case .notExecutable: "内容不可能实施"
        }
    }
}
