import BlobStore
import DecisionTables
import Directory
import HTML
import Kernel
import RuleTables
import Supervision
import TimeLimits

/// How the desk says what the capabilities know.
enum SupervisionWording {
    static func tone(_ level: FindingLevel) -> Tone {
        switch level {
        case .reminder: .neutral
        case .warning: .active
        case .yellowCard: .caution
        case .redCard: .bad
        }
    }

    /// The class that colors a level in drawings.
    static func mark(_ level: FindingLevel) -> String {
        switch level {
        case .reminder: "mark-reminder"
        case .warning: "mark-warning"
        case .yellowCard: "mark-yellow"
        case .redCard: "mark-red"
        }
    }

    static func tone(_ status: Finding.Status.Name) -> Tone {
        switch status {
        case .open: .caution
        case .lapsed: .bad
        case .explained: .active
        case .accepted: .good
        case .withdrawn, .released: .neutral
        }
    }

    static func order(_ order: FindingSearch.Order) -> String {
        switch order {
        case .latest: "最新在前"
        case .gravest: "红牌在前"
        }
    }

    /// What one day did for a period, and why.
    static func account(_ account: DeadlineExplanation.Account) -> String {
        switch account {
        case .counted: "计入"
        case .skipped, .excluded: "不计"
        case .movedPast, .movedTo: "顺延"
        }
    }

    static func reason(_ entry: DeadlineExplanation.Entry) -> String {
        switch entry.account {
        case .counted, .skipped, .movedPast, .movedTo: entry.standing.chinese
        case .excluded(let ground): "\(ground.chinese)所需时间，\(ground.article)"
        }
    }

    static func refusal(_ refusal: SupervisionError) -> String {
        switch refusal {
        case .noSuchCase(let id): "没有办件\(id)。"
        case .noSuchFinding(let number): "本办件没有第\(number)号监察信息。"
        case .wrongStatus(_, let status): "该监察信息现为“\(status.chinese)”，不能再作此处理。请查看下方经过。"
        case .mayStillExplain(let day): "单位可在\(day.chinese)前（含当日）说明情况，期满前不能审定。"
        case .textMissing(let field, let least): "\(field)至少写\(least)个字。"
        case .textTooLong(let field, let limit, let found): "\(field)最多\(limit)个字，现有\(found)个字。"
        case .otherAgency(let agency): "只有\(agency)的工作人员可以说明。"
        case .noSuchOrder: "没有这份监督文书。"
        case .notUpheld: "只有查办结论为属实或者部分属实的投诉举报，才能督办。"
        case .wrongOrderStatus(let status): "该文书现为“\(status.chinese)”，不能再作此处理。请查看经过。"
        case .sameSupervisor: "会签人须是拟制人以外的另一名监督人员。"
        case .groundMissing: "监督决定书须选择措施和理由。"
        case .groundOnlyInDecision: "只有监督决定书载明措施和理由。"
        case .opinionMissing: "监督决定书须在同一办件的监督意见书未被执行后制发。"
        case .mayStillCorrect(let day):
            "单位可在\(day.map { "\($0.chinese)前（含当日）" } ?? "期限内")整改，期满前不能认定未纠正。"
        case .noSuchAct(let number): "办件在文书发出后没有第\(number)项办理记录，请核对办理序号。"
        case .objectionTooLate(let day): "申请复查的期限已于\(day.chinese)届满。"
        case .alreadyObjected: "已经提出过异议或者申请过复查。"
        case .noObjection: "没有待答复的复查申请。"
        case .nothingSet: "请至少设定一个阈值或者级别。"
        case .noSuchNumber(let rule, let key): "规则\(rule.rawValue)没有参数\(key)。"
        case .stepNotCompared(let rule): "规则\(rule.rawValue)比对多个办件，可以按区划、类别、事项设定，不能按环节。"
        case .outOfLimits(let number, let found):
            "\(number.chinese)应为\(number.limits.lowerBound)至\(number.limits.upperBound)，所填为\(found)。"
        case .beginsInThePast(let day): "\(day.chinese)已过，参数只能自今天或者以后生效。"
        case .noSuchSetting(let number): "没有第\(number)号设定。"
        case .settingEnded(let number): "第\(number)号设定已经终止。"
        case .otherDivision(let division): "只能为本级和下级区划设定，所填区划为\(division.isEmpty ? "空" : division)。"
        case .monthNotOver(let month): "\(month.chinese)还没有结束，不能评估。"
        case .alreadyDrafted(let month): "\(month.chinese)已经起草。"
        case .scoresNotOpen(let month): "\(month.chinese)没有起草，或者已经审定，不能再作此处理。"
        case .noSuchPoint: "没有这项扣分。"
        case .mayStillObject(let day): "单位可在\(day.chinese)前（含当日）提出异议，期满前不能审定。"
        case .noSuchScheme(let id): "没有计分方案\(id.isEmpty ? "（未选择）" : id)。"
        case .schemeBegun(let month): "\(month.chinese)已经开始或者已过，计分方案只能自以后的月份起选用，使单位事先知晓。"
        case .objectionsOpen: "还有异议没有答复，不能审定。"
        case .notALocalCode(let code): "自定规则的代码应为LOC-加2至20个大写字母、数字或者-，所填为\(code.isEmpty ? "空" : code)。"
        case .noSuchRule(let code, let number): "没有自定规则\(code.rawValue)第\(number)版。"
        case .wrongRuleStage(let stage): "该规则现为“\(stage.chinese)”，不能再作此处理。"
        case .foreignFact(let label): "条件只能用列出的办件事实，“\(label)”不是。"
        case .unproved(let faults, let table):
            "条件表还有不符：\(faults.map { $0.chinese(in: table) }.joined(separator: "；"))。"
        case .notTried(let code): "规则\(code.rawValue)的草稿还没有用历史办件试算，试算后才能试运行。"
        case .trialUnderWay(let code): "规则\(code.rawValue)的草稿正在试算，等它算完或者停止后再试算。"
        case .noTrial(let code): "规则\(code.rawValue)现在没有正在进行的试算。"
        case .ruleOfOtherDivision(let code, let division): "规则\(code.rawValue)属于区划\(division)，不能改作其他区划的规则。"
        case .sameAuthor: "起草人不能让自己写的规则正式运行，须由另一名监察人员办理。"
        case .periodNotOver(let period): "\(period.chinese)还没有结束，不能通报。"
        case .ownProposal: "审核人须是提请人以外的另一名监督人员。"
        case .nothingProposed: "没有待审核的通报，可能已经审核过。"
        case .notPublished(let period): "\(period.chinese)的通报没有公开。"
        case .patrolDay(let first, let last, let found):
            "巡查日期应在\(first.chinese)至\(last.chinese)之间，所填为\(found.chinese)。"
        case .patrolElsewhere(let agency): "本单位的巡查记录只登记本单位，所选为\(agency)。"
        case .noSuchAgency(let id): "没有单位\(id.isEmpty ? "（未选择）" : id)。"
        case .noSuchItem(let code): "该单位当日没有编码为\(code)的在用事项，请核对目录。"
        case .tooManyEntries(let most): "一次最多填\(most)项。"
        case .monthHasCases(let month, let last):
            "\(month.chinese)收到过办件（最近一件收于\(last.chinese)），不是零办件月份，不需说明。"
        case .notSelfCorrected(let number): "第\(number)号监察信息没有在期限内提交的自查自纠，不能按自查自纠认定。"
        case .tooManyFiles(let most): "证明材料最多\(most)个文件。"
        case .notASupervisor: "只有任监察岗位的人员可以审定或者撤销。"
        }
    }

    static func refusal(_ refusal: ForeignFiles.Refusal) -> String {
        switch refusal {
        case .harmful(let name): "文件含有病毒（\(name)），不能打开；请通知提交单位在系统外另行提供，并告知安全管理员。"
        case .notScanned(let reason): "文件尚未查毒，暂不打开：\(reason)。请稍后再试，或者告知系统管理员。"
        }
    }

    static func refusal(_ refusal: AuthorityRefusal) -> String {
        switch refusal {
        case .unknownOfficer: "机构人员名录中没有您的登记。"
        case .noSuchPost: "您今天没有可以处理此事的岗位。"
        case .agencyClosed: "该机关已停止履职。"
        case .leftAgency: "您已不在该机关任职。"
        case .notInPost: "您今天不在该岗位任职。"
        case .notQualified: "您的执法培训或者考试不合格，或者考试成绩已过有效期。"
        case .noCertificate(let kind): "处理此事须持有\(kind.chinese)。"
        case .certificateNotValid(let number, _): "证件\(number)今天不能使用。"
        case .outOfScope(let number, _, _): "证件\(number)的执法类别不含此事。"
        case .outOfArea(let number, _, let area): "证件\(number)只在\(area)内有效。"
        }
    }
}
