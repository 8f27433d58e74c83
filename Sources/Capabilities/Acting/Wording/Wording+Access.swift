package import Access
package import Directory
package import EventLog
import Kernel

extension Wording {
    package init(_ refusal: AccessRefusal) {
        switch refusal {
        case .notSignedIn: self.init(401, "access.notSignedIn", "请先登录")
        case .factorMissing: self.init(403, "access.factorMissing", "请先输入动态口令")
        case .passwordMustChange: self.init(403, "access.passwordMustChange", "请先修改密码")
        case .staffOnly: self.init(403, "access.staffOnly", "账号应为工作人员账号，实为其他账号")
        case .partiesOnly: self.init(403, "access.partiesOnly", "账号应为申请人账号，实为工作人员账号")
        case .notPermitted: self.init(403, "access.notPermitted", "您的角色没有这项权限")
        case .elsewhere: self.init(403, "access.elsewhere", "办件应在您的职权范围之内，实为之外")
        case .tokenMissing: self.init(401, "token.missing", "请求应带接口令牌（Authorization: Bearer），实为没有")
        case .tokenScope(let scope):
            self.init(403, "token.scope", "接口令牌的范围应为“\(scope.chinese)”，实为较小")
        case .nothingPermitted: self.init(403, "access.nothingPermitted", "这项操作没有开放给任何角色")
        }
    }

    package init(_ refusal: AccessError) {
        switch refusal {
        case .wrongNameOrPassword: self.init(403, "access.wrongNameOrPassword", "用户名或者密码不正确")
        case .locked(let until):
            self.init(429, "access.locked", "连续输错密码，账号已锁定至 \(until.minuteText)，请到时再试")
        case .overloaded: self.init(503, "access.overloaded", "登录的人较多，请稍后再试")
        case .password(let fault): self.init(fault)
        case .signInName: self.init(422, "access.signInName", "用户名应为 3 至 60 个字母、数字或者汉字，不含空格")
        case .signInNameTaken: self.init(409, "access.signInNameTaken", "用户名应为未被使用，实为已被使用")
        case .holderTaken: self.init(409, "access.holderTaken", "一人应为一个账号，实为已有账号")
        case .unknownAccount: self.init(404, "access.unknownAccount", "没有这个账号")
        case .rolesExclude(let first, let second):
            self.init(
                409,
                "access.rolesExclude",
                "“\(first.chinese)”与“\(second.chinese)”不得由同一人担任",
                article: "GB/T 22239-2019"
            )
        case .ownAccount: self.init(403, "access.ownAccount", "不得更改自己的账号")
        case .factorWrong: self.init(403, "access.factorWrong", "动态口令或者恢复码不正确，或者已经用过")
        case .factorConfirmed: self.init(409, "access.factorConfirmed", "动态口令应为未启用，实为已启用")
        case .unknownSession: self.init(404, "access.unknownSession", "没有这个登录，或者已经退出")
        case .codeWrong: self.init(403, "access.codeWrong", "验证码不正确或者已经失效")
        case .codesTooMany(let until):
            self.init(429, "access.codesTooMany", "验证码发送过于频繁，请在\(until.minuteText)之后再试")
        case .noSender: self.init(503, "access.noSender", "短信应已接通，实为尚未接通")
        case .identityUnknown:
            self.init(403, "access.identityUnknown", "该统一身份没有关联本系统的账号，或者账号已停用，请联系本单位系统管理员")
        case .identityTaken: self.init(409, "access.identityTaken", "统一身份应为未关联账号，实为已关联其他账号")
        case .identity: self.init(422, "access.identity", "统一身份标识应为 1 至 255 个字符，不含空格")
        case .displayName(let length, let greatest):
            self.init(422, "access.displayName", "姓名应为不超过\(greatest)个字，实为\(length)个字")
        }
    }

    package init(_ fault: AccessTokenFault) {
        switch fault {
        case .officersOnly:
            self.init(403, "token.officersOnly", "接口令牌应由在岗工作人员签发，实为其他账号", article: "GB/T 22239-2019")
        case .post: self.init(422, "token.post", "岗位应为本人现任岗位，实为不是", field: "post")
        case .purpose(let length, let greatest):
            self.init(422, "token.purpose", "用途应为1至\(greatest)个字，实为\(length)个字", field: "purpose")
        case .life(let first, let last):
            self.init(422, "token.life", "有效期止应为\(first)至\(last)，实为之外", field: "lastDay")
        case .tooMany(let greatest):
            self.init(409, "token.tooMany", "有效的接口令牌应为不超过\(greatest)个，实为已有\(greatest)个，请先撤销不用的")
        case .unknown: self.init(404, "token.unknownOwn", "没有这个接口令牌，或者已经撤销")
        }
    }

    package init(_ refusal: TokenRefusal) {
        switch refusal {
        case .missing: self.init(401, "token.missing", "请求应带接口令牌（Authorization: Bearer），实为没有")
        case .unknown: self.init(401, "token.unknown", "接口令牌应为本系统签发，实为不识")
        case .expired(let day): self.init(401, "token.expired", "接口令牌应为有效，实为\(day)已到期")
        case .revoked: self.init(401, "token.revoked", "接口令牌应为有效，实为已撤销")
        case .accountClosed: self.init(403, "token.accountClosed", "令牌所属账号应为在岗工作人员的账号，实为已停用或者不在岗")
        case .postLeft:
            self.init(403, "token.postLeft", "令牌所属人员应在该岗位任职，实为已离开该岗位", article: "国办发〔2005〕37号")
        }
    }

    private init(_ fault: PasswordFault) {
        switch fault {
        case .short(let found, let least):
            self.init(422, "access.password.short", "密码应为不少于\(least)位，实为\(found)位")
        case .long(let greatest): self.init(422, "access.password.long", "密码应为不超过\(greatest)位，实为超过")
        case .plain(let kinds, let least):
            self.init(422, "access.password.plain", "密码应含大写字母、小写字母、数字、符号中的\(least)种，实为\(kinds)种")
        case .containsName: self.init(422, "access.password.containsName", "密码应不含用户名，实为含有")
        case .usedBefore(let remembered):
            self.init(422, "access.password.usedBefore", "新密码应与最近\(remembered)次的密码不同，实为相同")
        case .presentIsWrong: self.init(422, "access.password.presentIsWrong", "现在的密码不正确")
        }
    }

    package init(_ refusal: AuthorityRefusal) {
        switch refusal {
        case .unknownOfficer:
            self.init(403, "authority.unknownOfficer", "办理人应为在册执法人员，实为不在册", article: Wording.certified)
        case .noSuchPost: self.init(403, "authority.noSuchPost", "岗位应为现有岗位，实为不存在或者已撤销")
        case .agencyClosed(let agency):
            self.init(403, "authority.agencyClosed", "机关“\(agency)”应为存续，实为已撤销或者合并", article: "行政许可法§22")
        case .leftAgency: self.init(403, "authority.leftAgency", "办理人应为本机关人员，实为已离开本机关", article: Wording.certified)
        case .notInPost: self.init(403, "authority.notInPost", "办理人应在该岗位任职，实为不在", article: "国办发〔2005〕37号")
        case .notQualified(let gap):
            self.init(403, "authority.notQualified", "办理人应经执法培训考试合格，实为\(Wording.gap(gap))", article: Wording.certified)
        case .noCertificate(let kind):
            self.init(403, "authority.noCertificate", "办理人应持有\(kind.chinese)，实为没有", article: Wording.certified)
        case .certificateNotValid(let number, let standing):
            self.init(
                403,
                "authority.certificateNotValid",
                "证件\(number)应为有效，实为\(Wording.standing(standing))",
                article: Wording.certified
            )
        case .outOfScope(let number, let category, let scope):
            self.init(
                403,
                "authority.outOfScope",
                "证件\(number)的执法类别应含\(category.chinese)，实为\(scope.map(\.chinese).joined(separator: "、"))",
                article: Wording.certified
            )
        case .outOfArea(let number, let place, let area):
            self.init(
                403,
                "authority.outOfArea",
                "证件\(number)的执法区域应含\(place.text)，实为\(area.text)",
                article: Wording.certified
            )
        }
    }

    private static let certified = "聊政办发〔2017〕74号（持证上岗）"

    private static func gap(_ gap: QualificationGap) -> String {
        switch gap {
        case .examMissing(let subject): "没有\(subject.chinese)考试合格记录"
        case .examExpired(let subject, let on): "\(subject.chinese)考试成绩\(on)已过有效期"
        case .hoursMissing(let found, let required): "近一年培训\(found)学时，不足\(required)学时"
        }
    }

    private static func standing(_ standing: Certificate.Standing) -> String {
        switch standing {
        case .valid: "有效"
        case .notYetValid(let from): "自\(from)起才有效"
        case .expired(let on): "\(on)已到期"
        case .suspended(let reason): "已暂扣（\(reason)）"
        case .revoked(let reason): "已注销（\(reason)）"
        }
    }

    package init(_ refusal: EventLogError) {
        switch refusal {
        case .stale(_, _, _, let since):
            self.init(409, "log.stale", "页面应为最新，实为打开后又有 \(since.count) 项办理，请看过后再办")
        case .keyReused: self.init(409, "log.keyReused", "同一张表单应只提交一次，实为已用它提交过别的内容，请重新打开页面")
        case .unknownEvent(let type, _): self.init(503, "log.unknownEvent", "数据由更新的版本写入（\(type)），请升级后再办")
        case .needsRelease(let release):
            self.init(503, "log.needsRelease", "本节点应为 \(release) 或更新的版本，实为旧版本，只能查阅，升级后再办")
        case .notYetWritable:
            self.init(503, "log.notYetWritable", "所有节点应已升级到同一版本，实为尚有旧版本运行，该项办理待升级完成后再办")
        case .unreadable: self.init(500, "log.unreadable", "数据不能读取，请联系系统管理员")
        case .unknownRealm: self.init(500, "log.unknownRealm", "数据区不存在，请联系系统管理员")
        case .subjectErased: self.init(410, "log.subjectErased", "当事人的个人信息已依法删除，不能再记录", article: "个人信息保护法§47")
        case .stopping: self.init(503, "log.stopping", "系统正在停止，请稍后再试")
        }
    }
}
