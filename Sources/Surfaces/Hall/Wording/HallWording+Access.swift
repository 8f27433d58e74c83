import Access
import Kernel

extension HallWording {
    init(_ error: AccessError) {
        switch error {
        case .wrongNameOrPassword:
            self.init(403, "sign_in", "没有登录", "手机号或者密码不正确。", field: "password")
        case .locked(let until):
            self.init(
                429,
                "locked",
                "暂时不能登录",
                "连续输错密码，\(until.minuteText)前不能用密码登录；可以用“忘记密码”凭短信验证码立即恢复。",
                field: "password"
            )
        case .overloaded: self.init(503, "overloaded", "请稍后再试", "登录的人较多，请稍后再试。", field: "password")
        case .password(let fault): self.init(fault)
        case .codeWrong:
            self.init(403, "code", "验证码不正确", "验证码不正确，或者已经超过 5 分钟、用过、试错 5 次。请核对，或者重新获取。", field: "code")
        case .codesTooMany(let until):
            self.init(429, "codes", "发送过于频繁", "这个号码的验证码发送过于频繁，请在 \(until.minuteText) 之后再试。", field: "mobile")
        case .noSender: self.init(503, "no_sender", "暂未开放注册", "短信平台尚未接通，暂不开放注册。凭办件编号和查询码照常办理。")
        case .unknownSession: self.init(404, "session", "没有这个登录", "没有这个登录，或者已经退出。")
        case .signInName, .signInNameTaken, .holderTaken, .unknownAccount, .rolesExclude, .ownAccount, .factorWrong,
            .factorConfirmed, .displayName, .identityUnknown, .identityTaken, .identity:
            self.init(409, "account", "没有办成", "账号状态不允许这项操作，请重新登录后再试。")
        }
    }

    private init(_ fault: PasswordFault) {
        let heading = "密码不符合要求"
        switch fault {
        case .short(let found, let least):
            self.init(422, "password", heading, "密码应不少于 \(least) 位，实为 \(found) 位。", field: "new")
        case .long(let greatest): self.init(422, "password", heading, "密码应不超过 \(greatest) 位。", field: "new")
        case .plain(let kinds, let least):
            self.init(422, "password", heading, "密码应含大写字母、小写字母、数字、符号中的 \(least) 种，实为 \(kinds) 种。", field: "new")
        case .containsName: self.init(422, "password", heading, "密码应不含手机号，实为含有。", field: "new")
        case .usedBefore(let remembered):
            self.init(422, "password", heading, "新密码应与最近 \(remembered) 次的密码不同，实为相同。", field: "new")
        case .presentIsWrong: self.init(403, "password", "密码不正确", "现在的密码不正确。", field: "present")
        }
    }
}
