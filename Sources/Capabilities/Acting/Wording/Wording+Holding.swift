import Casework
import Kernel

/// Why what is sealed or seized cannot be dealt with so, in words.
extension Wording {
    init(_ fault: HoldingFault) {
        switch fault {
        case .ranOut(let due):
            self.init(
                409,
                "case.measureRanOut",
                "查封、扣押、冻结的期限应未届满，实为已于\(due.chinese)届满；只能作出解除决定，立即退还财物或者解除冻结",
                article: "行政强制法§25、§28(四)、§32、§33(四)"
            )
        case .beingTested(let since):
            self.init(
                409,
                "case.measureTested",
                "作出处理应在检测、检验、检疫或者技术鉴定结束之后，实为自\(since.chinese)起暂停计时，应先恢复计时",
                article: "行政强制法§25.3"
            )
        case .urgencyUntold:
            self.init(
                422,
                "case.measureUrgencyUntold",
                "情况紧急当场实施的，应写明当场实施的时间，实为没有写明或者为将来的时间",
                article: "行政强制法§19"
            )
        case .approvedLate(let since):
            self.init(
                409,
                "case.measureApprovedLate",
                "补办批准应在当场实施后二十四小时内，实为\(since.minuteText)实施，已经超过；应当以“不予批准，立即解除”办结本环节",
                article: "行政强制法§19"
            )
        case .frozenTooLong(let last):
            self.init(
                422,
                "case.freezeTooLong",
                "冻结和延长冻结各应不超过三十日，即不晚于\(last.chinese)，实为更晚的日期",
                article: "行政强制法§32"
            )
        case .freezeNotRunning(let last):
            self.init(
                409,
                "case.freezeNotRunning",
                "延长的应为仍在期限内的冻结，实为\(last.map { "已于\($0.chinese)届满" } ?? "没有冻结")",
                article: "行政强制法§32"
            )
        case .notHeld:
            self.init(409, "case.measureNotHeld", "作出处理应有仍被查封、扣押的财物或者仍被冻结的款项，实为已经解除或者处理", article: "行政强制法§27")
        }
    }
}

/// Why a decision cannot be enforced so, in words.
extension Wording {
    init(_ fault: EnforcementFault) {
        switch fault {
        case .remediesUntold:
            self.init(409, "case.remediesUntold", "应已登记申请复议、提起诉讼的期限届满日，实为没有登记", article: "行政强制法§53")
        case .remediesRun(let day):
            self.init(
                409,
                "case.remediesRun",
                "申请人民法院强制执行应在复议、诉讼期限届满之后，实为期限至\(day.chinese)止，尚未届满",
                article: "行政强制法§53"
            )
        case .courtTooLate(let last):
            self.init(
                409,
                "case.courtTooLate",
                "申请人民法院强制执行应自复议、诉讼期限届满之日起三个月内，即至\(last.chinese)止，实为已经超过",
                article: "行政强制法§53"
            )
        case .urgingTooShort(let first):
            self.init(
                422,
                "case.urgingTooShort",
                "催告书写明的履行期限应不早于\(first.chinese)（送达十个工作日后），实为更早的日期",
                article: "行政强制法§54、§69"
            )
        case .begunBeforeDecision(let decided):
            self.init(
                422,
                "case.clearedBeforeDecision",
                "立即代履行应在决定之后实施，即不早于\(decided.minuteText)，实为更早的时间",
                article: "行政强制法§52"
            )
        }
    }
}

/// Why a hearing cannot be announced or recorded so, in words.
extension Wording {
    init(_ fault: HearingFault) {
        switch fault {
        case .announcedTooSoon(let first, let source):
            self.init(
                422,
                "case.hearingAnnouncedTooSoon",
                "听证应在通知之后满七个工作日举行，即不早于\(first.chinese)，实为更早的日期",
                article: source
            )
        case .serviceUntold(let source):
            self.init(422, "case.hearingServiceUntold", "听证笔录应写明听证通知书送达当事人的日期，实为没有写明", article: source)
        case .servedUnwritten(let written, let source):
            self.init(
                422,
                "case.hearingServedUnwritten",
                "听证通知书的送达日期应不早于制作之日\(written.chinese)，实为更早的日期",
                article: source
            )
        case .notHeldYet(let today):
            self.init(
                422,
                "case.hearingNotHeldYet",
                "听证笔录应在听证以后制作，所写日期不晚于\(today.chinese)，实为更晚的日期"
            )
        case .heldTooSoon(let first, let source):
            self.init(
                422,
                "case.hearingHeldTooSoon",
                "听证应在通知书送达后满七个工作日举行，即不早于\(first.chinese)，实为更早的时间",
                article: source
            )
        }
    }
}

/// Why a decision does not lose its effect so, in words.
extension Wording {
    init(_ fault: RevocationFault) {
        switch fault {
        case .changedOnly:
            self.init(
                422,
                "case.withdrawnNotRevoked",
                "依据修改、废止或者客观情况发生重大变化的，应以“撤回决定”办理，实为“撤销决定”",
                article: "行政许可法§8.2"
            )
        case .nothingGranted:
            self.init(409, "case.nothingToWithdraw", "撤回的应为准予的决定，实为没有准予或者为行政裁决", article: "行政许可法§8.2")
        }
    }
}
