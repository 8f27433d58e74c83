import Access
import Bookings
import Directory
import EventLog
import HTML
import Kernel

/// The words for what the administration refuses.
enum AdministrationWording {
    /// Returns what to say of a refusal; `nil` for an error that is none.
    static func refusal(_ error: any Error) -> String? {
        switch error {
        case let error as DirectoryError: refusal(error)
        case let error as AccessError: refusal(error)
        case let error as BookingError: refusal(error)
        case EventLogError.stale: "页面打开后，该对象已由他人变更。"
        default: nil
        }
    }

    static func refusal(_ error: DirectoryError) -> String {
        switch error {
        case .text(let field, let length, let greatest): "\(name(of: field))应为1至\(greatest)个字，实为\(length)个字。"
        case .creditCode: "统一社会信用代码应为18位规定字符，实为其他。"
        case .codeTaken(let code): "统一社会信用代码\(code)已有机构使用。"
        case .certificateNumberTaken(let number): "证号\(number)已有人员使用。"
        case .unknownAgency: "没有这个机构。"
        case .unknownOffice: "没有这个内设机构。"
        case .unknownPost: "没有这个岗位。"
        case .unknownOfficer: "没有这名人员。"
        case .unknownCertificate: "没有这个证件。"
        case .gone(let day): "机构或者岗位在\(day)应为存续，实为不存在。"
        case .ofOtherAgency: "人员在该日应属本机构，实为不属于。"
        case .alreadyInPost(let since): "该人员自\(since)已在此岗位任职。"
        case .notInPost(let day): "该人员\(day)应在此岗位任职，实为不在。"
        case .endsBeforeItBegins(let from, let to): "截止日应不早于起始日，实为\(from)至\(to)。"
        case .emptyScope: "执法类别至少选一项。"
        case .earlierThanLastFact(let latest): "日期应不早于该证件最近一次变更日\(latest)。"
        case .certificateStanding(_, let found): "证件状态不允许此项变更，现为\(standing(found))。"
        case .notQualified(let gaps): "应经培训考试合格：\(gaps.map(gap).joined(separator: "；"))。"
        case .noFormerReviewer(let since):
            "首次从事法制审核应早于\(LegalQualification.neededFrom)，实为\(since)；该日起初次从事的应取得法律职业资格（行政处罚法§58）。"
        case .notInPostStaff(let engagement): "执法人员应为在编在岗人员，实为\(engagement.chinese)。"
        case .entrustmentMissing: "受委托组织应填写委托书、事项和期限。"
        case .entrustmentUnexpected(let kind): "\(kind.chinese)不应填写委托书。"
        case .delegatedToOneself: "代行人、接任人应为他人，实为本人。"
        case .delegatedAlready(_, let until): "该人员的职责已有人代行，至\(until)。"
        case .noDelegation: "没有可以终止的代行。"
        case .rulesOutOfRange: "数值超出允许范围。"
        case .notASite(let text): "“\(text)”不是网站地址：应为“https://”加域名（可带端口），不带路径和通配符。"
        case .tooManySites(let count, let greatest): "网站最多 \(greatest) 个，实为 \(count) 个。"
        case .managementCircle: "上级机构应为其他机构，实为自身或者其下级。"
        case .stillInUse(let posts): "尚有\(posts)个岗位，应先撤销或者调整。"
        case .divisionListed(let code): "区划代码\(code)已在册。"
        case .unknownDivision(let code): "没有区划代码\(code)。"
        case .divisionEnded(let code, let day): "区划代码\(code)自\(day)已停用。"
        case .successorCircle: "后继代码不应指回原代码。"
        case .reviewedAlready(let year): "\(year)年度已审验。"
        case .recusalUndecided(let since): "回避申请自\(since)已在办理。"
        case .noOpenRecusal: "没有待决定的回避申请。"
        case .recusalOfOneself: "回避应由他人决定，实为本人。"
        case .notHead: "回避应由本机关负责人决定。"
        case .recusalOfHead: "本机关唯一负责人的回避应由负责人集体讨论决定，实为一人决定。"
        case .recusalOfNoHead: "集体讨论的应为负责人的回避，实为其他人员的回避。"
        case .recusalDiscussedByFew(let found): "参加讨论的负责人应不少于\(DecideRecusal.fewestDiscussing)人，实为\(found)人。"
        case .recusalDiscussedByStranger: "参加讨论的应为本机关的其他负责人，实为其他人员。"
        case .successionCircle: "承继机关应为其他机构，且不应同时将职权划回。"
        case .unknownBulkRun: "没有这次批量办理。"
        case .bulkRows(let found, let greatest): "一次批量办理应为1至\(greatest)行，实为\(found)行。"
        case .bulkTarget: "该事项不适用于所选对象。"
        case .bulkPhase: "批量办理的状态不允许此项操作。"
        case .builtOn: "办理之后该对象已有其他变更。"
        }
    }

    static func refusal(_ error: AccessError) -> String {
        switch error {
        case .wrongNameOrPassword: "用户名或者密码不正确。"
        case .locked(let until): "账号已锁定至\(until.minuteText)。"
        case .overloaded: "登录的人较多，请稍后再试。"
        case .password(let fault): password(fault)
        case .signInName: "用户名应为3至60个字母、数字或者汉字，不含空格。"
        case .signInNameTaken: "用户名已被使用。"
        case .holderTaken: "该人员已有账号。"
        case .unknownAccount: "没有这个账号。"
        case .rolesExclude(let first, let second):
            "“\(first.chinese)”与“\(second.chinese)”不得由同一人担任（GB/T 22239-2019 8.1.5）。"
        case .ownAccount: "不得更改自己的账号。"
        case .identityUnknown: "该统一身份没有关联账号。"
        case .identityTaken: "该统一身份已关联其他账号。"
        case .identity: "统一身份标识应为1至255个字符，不含空格。"
        case .displayName(_, let greatest): "姓名应不超过\(greatest)个字。"
        case .factorWrong: "动态口令不正确。"
        case .factorConfirmed: "动态口令已启用。"
        case .unknownSession: "没有这个登录。"
        case .codeWrong: "验证码不正确或者已经失效。"
        case .codesTooMany(let until): "验证码发送过于频繁，请在\(until.minuteText)之后再试。"
        case .noSender: "短信应已接通，实为尚未接通。"
        }
    }

    static func gap(_ gap: QualificationGap) -> String {
        switch gap {
        case .examMissing(let subject): "没有\(subject.chinese)考试合格记录"
        case .examExpired(let subject, let on): "\(subject.chinese)考试成绩\(on)已过有效期"
        case .hoursMissing(let found, let required): "近一年培训\(found)学时，不足\(required)学时"
        }
    }

    static func standing(_ standing: Certificate.Standing) -> String {
        switch standing {
        case .valid: "有效"
        case .notYetValid(let from): "自\(from)起有效"
        case .expired(let on): "\(on)已到期"
        case .suspended(let reason): "已暂扣（\(reason)）"
        case .revoked(let reason): "已注销（\(reason)）"
        }
    }

    static func tone(_ standing: Certificate.Standing) -> Tone {
        switch standing {
        case .valid: .good
        case .notYetValid: .active
        case .suspended: .caution
        case .expired, .revoked: .bad
        }
    }

    /// What is wrong with a cell of a list, and how to mend it.
    static func fault(_ fault: ListFault) -> (reason: String, remedy: String) {
        switch fault.rule {
        case .empty: ("没有填写", "补填后重新导入")
        case .notListed(let found, let expected): ("“\(found)”不在规定值之内", "改为：\(expected.joined(separator: "、"))")
        case .notADay(let found): ("“\(found)”不是日期", "按2026-01-31的格式填写")
        case .notANumber(let found): ("“\(found)”不是规定范围内的整数", "只填阿拉伯数字")
        case .code(let found): ("“\(found)”不是统一社会信用代码", "核对18位代码")
        case .division(let found): ("没有区划代码“\(found)”", "填写在册的区划代码")
        case .ended(let found): ("区划代码“\(found)”已停用", "改用后继代码")
        case .twice(let found, let row): ("“\(found)”与第\(row)行重复", "保留一行")
        case .unknownAgency(let found): ("没有名为“\(found)”的机构", "先导入执法主体清单，或者改正名称")
        case .unknownPost(let found, let agency): ("\(agency)没有岗位“\(found)”", "先建立岗位，或者改正名称")
        case .endsBeforeItBegins: ("截止日早于起始日", "核对两个日期")
        case .beyondAgency(let found): ("“\(found)”超出该机构的职权范围", "改为机构范围之内，或者先变更机构")
        case .secondHead(let post): ("岗位“\(post)”已有负责人", "先免去原任职，或者改正岗位")
        case .takenByOther(let found): ("证号“\(found)”已属他人", "核对证号")
        case .entrustmentMissing: ("受委托组织缺委托机关、委托书、事项或者期限", "补填全部委托栏目（行政处罚法§20）")
        case .cells(let expected, let found): ("应有\(expected)格，实有\(found)格", "核对逗号和引号")
        }
    }

    private static func password(_ fault: PasswordFault) -> String {
        switch fault {
        case .short(_, let least): "密码应不少于\(least)位。"
        case .long(let greatest): "密码应不超过\(greatest)位。"
        case .plain(_, let least): "密码应含大写字母、小写字母、数字、符号中的\(least)种。"
        case .containsName: "密码不应含用户名。"
        case .usedBefore(let remembered): "密码应与最近\(remembered)次不同。"
        case .presentIsWrong: "现在的密码不正确。"
        }
    }

    private static func name(of field: String) -> String {
        let names = [
            "name": "名称", "shortName": "简称", "reason": "理由", "position": "职务", "number": "编号", "remark": "说明",
            "basis": "依据", "phone": "电话", "address": "地址", "complaintLine": "投诉电话", "duties": "职责", "power": "职权",
            "standards": "工作标准", "indicators": "考核指标", "liability": "责任内容", "issuer": "发证机关", "title": "培训名称",
            "legalRepresentative": "法定代表人", "entrustedBy": "委托机关", "letter": "委托书", "matters": "委托事项",
            "proof": "证明材料",
        ]
        return names[field] ?? "内容"
    }

    static func name(_ choice: BulkChoice) -> String {
        switch choice {
        case .transfer: "调动"
        case .rotate: "轮岗（免去其他岗位）"
        case .appoint: "任职"
        case .relieve: "免去全部岗位"
        case .review: "年度审验合格"
        case .renew: "延续有效期"
        case .suspend: "暂扣"
        case .restore: "恢复"
        case .limitStay: "设定最长任职"
        case .abolish: "撤销岗位"
        }
    }

    static func name(_ act: BulkAct) -> String {
        switch act {
        case .transfer: "批量调动"
        case .rotate: "批量轮岗"
        case .appoint: "批量任职"
        case .relieve: "批量免职"
        case .review: "批量年度审验"
        case .renew: "批量延续证件"
        case .suspend: "批量暂扣证件"
        case .restore: "批量恢复证件"
        case .limitStay: "批量设定最长任职"
        case .abolish: "批量撤销岗位"
        case .takeOver: "导入清单"
        }
    }

    static func name(_ phase: BulkRun.Phase) -> String {
        switch phase {
        case .running: "办理中"
        case .undoing: "撤销中"
        case .stopped: "已停止"
        case .finished: "已完成"
        }
    }

    static func name(_ outcome: BulkRowLine.Outcome) -> String {
        switch outcome {
        case .waiting: "未办理"
        case .done: "已办理"
        case .refused: "不能办理"
        case .undone: "已撤销"
        case .kept: "不能撤销"
        }
    }
}
