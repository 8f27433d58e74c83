package import Access

extension Wording {
    package init(_ fault: ProviderFault) {
        switch fault {
        case .unreachable: self.init(503, "provider.unreachable", "统一身份认证暂时无法连接，没有登录。\(Wording.otherWay)")
        case .slow: self.init(504, "provider.slow", "统一身份认证没有在规定时间内答复，没有登录。\(Wording.otherWay)")
        case .badAnswer(let part):
            self.init(502, "provider.badAnswer", "统一身份认证的\(part.chinese)不符合规范，没有登录。\(Wording.toAdministrator)")
        case .wrongIssuer(let expected, let found):
            self.init(
                502,
                "provider.wrongIssuer",
                "统一身份认证的签发者应为“\(expected)”，实为“\(found)”，没有登录。\(Wording.toAdministrator)"
            )
        case .wrongKey:
            self.init(
                502,
                "provider.wrongKey",
                "登录凭证应由统一身份认证公布的密钥签名，实为不是，没有登录。\(Wording.toAdministrator)"
            )
        case .algorithm(let name):
            self.init(
                502,
                "provider.algorithm",
                "登录凭证的签名算法应为非对称算法且与密钥相符，实为“\(name)”，没有登录。\(Wording.toAdministrator)"
            )
        case .wrongAudience:
            self.init(
                502,
                "provider.wrongAudience",
                "登录凭证应为签发给本系统，实为签发给其他系统，没有登录。\(Wording.toAdministrator)"
            )
        case .wrongTime:
            self.init(
                502,
                "provider.wrongTime",
                "登录凭证应在有效期内，实为已过期或者尚未生效，没有登录。请重新登录；再次出现时，请系统管理员核对双方时钟。"
            )
        case .wrongNonce:
            self.init(502, "provider.wrongNonce", "登录凭证应为对本次登录的答复，实为不是，没有登录。请重新登录。")
        case .wrongState:
            self.init(
                403,
                "provider.wrongState",
                "登录应在同一浏览器中十分钟内完成，实为不是由本浏览器发起或者已经超时，没有登录。请重新登录。"
            )
        case .claimMissing(let claim):
            self.init(
                502,
                "provider.claimMissing",
                "登录凭证应含声明“\(claim)”，实为没有，没有登录。\(Wording.toAdministrator)"
            )
        case .denied: self.init(403, "provider.denied", "统一身份认证没有通过，没有登录。请重新登录，或者使用本系统账号登录。")
        }
    }

    private static let otherWay = "请稍后再试，或者使用本系统账号登录。"
    private static let toAdministrator = "请联系系统管理员，或者使用本系统账号登录。"
}

extension ProviderFault.Part {
    fileprivate var chinese: String {
        switch self {
        case .description: "服务说明"
        case .keys: "公布的密钥"
        case .token: "登录凭证"
        case .wayBack: "返回信息"
        }
    }
}
