/// What an agency answers to a request: the seven kinds of the regulation, the division of what can be divided, and what
/// is no request at all.
///
/// - Source: 政府信息公开条例 art. 36, 37, 39.
package enum InformationReplyKind: String, Hashable, Sendable, Codable, CaseIterable {
    case alreadyPublic, disclosed, partlyDisclosed, refused, absent, elsewhere, repeated, otherLaw, noRequest

    package var chinese: String {
        switch self {
        case .alreadyPublic: "已主动公开"
        case .disclosed: "予以公开"
        case .partlyDisclosed: "部分公开"
        case .refused: "不予公开"
        case .absent: "信息不存在"
        case .elsewhere: "不属于本机关公开"
        case .repeated: "重复申请，不重复处理"
        case .otherLaw: "法律、行政法规另有规定"
        case .noRequest: "不作为政府信息公开申请处理"
        }
    }

    package var article: String {
        switch self {
        case .alreadyPublic: "《中华人民共和国政府信息公开条例》第三十六条第一项"
        case .disclosed: "《中华人民共和国政府信息公开条例》第三十六条第二项"
        case .refused: "《中华人民共和国政府信息公开条例》第三十六条第三项"
        case .absent: "《中华人民共和国政府信息公开条例》第三十六条第四项"
        case .elsewhere: "《中华人民共和国政府信息公开条例》第三十六条第五项"
        case .repeated: "《中华人民共和国政府信息公开条例》第三十六条第六项"
        case .otherLaw: "《中华人民共和国政府信息公开条例》第三十六条第七项"
        case .partlyDisclosed: "《中华人民共和国政府信息公开条例》第三十七条"
        case .noRequest: "《中华人民共和国政府信息公开条例》第三十九条"
        }
    }

    /// Whether something is withheld: then a ground is named, and review comes before a suit.
    ///
    /// - Source: 政府信息公开条例 art. 36(三), 37; Administrative Reconsideration Law (行政复议法) art. 23(1)(四).
    package var withholds: Bool {
        switch self {
        case .partlyDisclosed, .refused: true
        case .alreadyPublic, .disclosed, .absent, .elsewhere, .repeated, .otherLaw, .noRequest: false
        }
    }
}

/// Why information is withheld; the list is closed.
///
/// - Source: 政府信息公开条例 art. 14–16.
package enum WithholdingGround: String, Hashable, Sendable, Codable, CaseIterable {
    case stateSecret, forbiddenByLaw, security, thirdParty, internalAffairs, processInformation, enforcementFile

    package var chinese: String {
        switch self {
        case .stateSecret: "属于国家秘密"
        case .forbiddenByLaw: "其他法律、行政法规禁止公开"
        case .security: "危及国家安全、公共安全、经济安全、社会稳定"
        case .thirdParty: "涉及商业秘密、个人隐私，公开会损害第三方合法权益"
        case .internalAffairs: "内部事务信息"
        case .processInformation: "过程性信息"
        case .enforcementFile: "行政执法案卷信息"
        }
    }

    package var article: String {
        switch self {
        case .stateSecret, .forbiddenByLaw, .security: "《中华人民共和国政府信息公开条例》第十四条"
        case .thirdParty: "《中华人民共和国政府信息公开条例》第十五条"
        case .internalAffairs: "《中华人民共和国政府信息公开条例》第十六条第一款"
        case .processInformation, .enforcementFile: "《中华人民共和国政府信息公开条例》第十六条第二款"
        }
    }
}
