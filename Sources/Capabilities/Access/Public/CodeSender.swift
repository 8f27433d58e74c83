/// Takes a message to a telephone: the gateway of an operator of telecommunications, or what stands in for it.
///
/// What sends must not tell by its answer whether anybody has an account.
package protocol CodeSender: Sendable {
    func send(_ message: CodeMessage, to mobile: String) async throws
}

/// What a telephone is sent.
package enum CodeMessage: Hashable, Sendable {
    /// Six digits that prove the number, for five minutes.
    case code(String, CodePurpose)
    /// Somebody wanted to register a number that has an account: told to its owner, not to who asked.
    case registeredAlready
    /// The account of this number has another one from now on: told to the old number.
    case numberChanged
}

/// What a code proves the number for; a code of one purpose is none for another.
package enum CodePurpose: String, Hashable, Sendable, CaseIterable {
    case register
    case recover
    /// To take a number for an account that has another one.
    case change
}

extension CodeMessage {
    /// The words a telephone shows.
    package var chinese: String {
        switch self {
        case .code(let code, .register): "注册验证码 \(code)，5 分钟内有效。"
        case .code(let code, .recover): "找回密码验证码 \(code)，5 分钟内有效。"
        case .code(let code, .change): "更换手机号验证码 \(code)，5 分钟内有效。不是本人在更换的，不要告诉任何人。"
        case .numberChanged: "您的账号已改用其他手机号登录。非本人操作的，请立即联系本级政务服务中心。"
        case .registeredAlready: "该手机号已经注册，请直接登录；忘记密码请用“忘记密码”。如非本人操作，请忽略。"
        }
    }
}
