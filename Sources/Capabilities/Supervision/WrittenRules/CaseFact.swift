import Casework
package import DecisionTables
import Kernel
import Processes
import Sanctions
import TimeLimits

/// A fact of a case that a written rule may look at, as it stands when an act is answered.
package enum CaseFact: String, Hashable, Sendable, CaseIterable {
    case item
    case category
    case stepKind
    case isWorkingDay
    case hour
    case entryHours
    case stepMinutes
    case officers
    case daysSinceReceipt
    case workingDaysSinceAcceptance
    case daysToPromise
    case daysToStatute
    case corrections
    case prolongations
    case materials
    case stepsDone
    case documents
    case decision
    case fine
    case isClosed

    package var chinese: String {
        switch self {
        case .item: "事项编码"
        case .category: "职权类别代码"
        case .stepKind: "所办环节"
        case .isWorkingDay: "录入日是工作日"
        case .hour: "录入时刻（几点）"
        case .entryHours: "办理后多少小时录入"
        case .stepMinutes: "环节用时（分钟）"
        case .officers: "办理人数"
        case .daysSinceReceipt: "收件后天数"
        case .workingDaysSinceAcceptance: "受理后工作日"
        case .daysToPromise: "距承诺届满天数"
        case .daysToStatute: "距法定届满天数"
        case .corrections: "补正告知次数"
        case .prolongations: "延长次数"
        case .materials: "提交材料份数"
        case .stepsDone: "已办环节数"
        case .documents: "制发文书份数"
        case .decision: "决定"
        case .fine: "罚款（元）"
        case .isClosed: "已经办结"
        }
    }

    package var input: DecisionTable.Input {
        DecisionTable.Input(name: rawValue, label: chinese, type: type, allowed: allowed)
    }

    private var type: FEELType {
        switch self {
        case .item, .category, .stepKind, .decision: .string
        case .isWorkingDay, .isClosed: .boolean
        case .hour, .entryHours, .stepMinutes, .officers, .daysSinceReceipt, .workingDaysSinceAcceptance,
            .daysToPromise, .daysToStatute, .corrections, .prolongations, .materials, .stepsDone, .documents, .fine:
            .number
        }
    }

    private var allowed: String? {
        switch self {
        case .stepKind: CaseFact.words(StepKind.allCases.map(\.chinese))
        case .decision: CaseFact.words(CaseFact.decisions)
        case .hour: "[0..23]"
        case .entryHours, .stepMinutes, .officers, .daysSinceReceipt, .workingDaysSinceAcceptance, .corrections,
            .prolongations, .materials, .stepsDone, .documents, .fine:
            ">= 0"
        case .item, .category, .isWorkingDay, .daysToPromise, .daysToStatute, .isClosed: nil
        }
    }

    private static let decisions = ["准予", "不予", "作出处理", "不作处理"]

    private static func words(_ words: [String]) -> String {
        words.map { FEELValue.string($0).description }.joined(separator: ", ")
    }

    /// What it is in this case; null where there is no such fact, so that no condition holds of it.
    func value(in caseFile: SupervisedCase, at now: Instant, _ calendar: WorkingCalendar) throws -> FEELValue {
        let act = caseFile.act
        return switch self {
        case .item: .string(caseFile.item.code)
        case .category: .string(caseFile.item.category)
        case .stepKind: act?.step?.kind.map { .string($0.chinese) } ?? .null
        case .isWorkingDay: .boolean(calendar.isWorkingDay(now.day))
        case .hour: .number(Int64(now.minuteOfDay / 60))
        case .entryHours: .from(act.map { max(0, $0.hoursToEntry) })
        case .stepMinutes: .from(act.flatMap(CaseFact.stepMinutes))
        case .officers: .from(act?.step?.officers.map { Set($0).count })
        case .daysSinceReceipt: .from(caseFile.receivedOn.map { max(0, now.day - $0) })
        case .workingDaysSinceAcceptance:
            .from(try caseFile.acceptedOn.map { try calendar.workingDays(after: $0, through: max($0, now.day)) })
        case .daysToPromise: .from(try caseFile.decisionClock?.promisedDue(in: calendar).map { $0 - now.day })
        case .daysToStatute: .from(try caseFile.decisionClock?.statutoryDue(in: calendar).map { $0 - now.day })
        case .corrections: .from(caseFile.corrections.count)
        case .prolongations: .from(caseFile.decisionClock?.prolongations.count)
        case .materials: .from(caseFile.materials)
        case .stepsDone: .from(caseFile.stepsDone)
        case .documents: .from(caseFile.documents.count)
        case .decision:
            switch caseFile.decision?.kind {
            case .granted: .string(CaseFact.decisions[0])
            case .refused: .string(CaseFact.decisions[1])
            case .imposed: .string(CaseFact.decisions[2])
            case .notImposed: .string(CaseFact.decisions[3])
            case nil: .null
            }
        case .fine: .from(caseFile.decision?.sanctions.fine.map { Int($0.fen / 100) })
        case .isClosed: .boolean(caseFile.closedOn != nil)
        }
    }

    private static func stepMinutes(_ act: SupervisedAct) -> Int? {
        act.step?.entered.map { max(0, Int((act.recordedAt.milliseconds - $0.milliseconds) / 60_000)) }
    }
}

extension FEELValue {
    fileprivate static func from(_ number: Int?) -> FEELValue { number.map { .number(Int64($0)) } ?? .null }
}
