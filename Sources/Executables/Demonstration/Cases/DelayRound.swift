import Casework
import Directory
import EventLog
import Kernel
import Publicity

/// What agencies say of cases beyond their promised day: most are explained, the latest still wait.
struct DelayRound: Sendable {
    let log: EventLog
    let realm: Realm
    let staff: Staff
    let policy: MaskingPolicy

    private static let reasons = [
        "申请人申请改期，现场核查顺延至场所整改完毕后进行（演示）",
        "专家评审意见不一致，重新组织了评审（演示）",
        "承办人休假期间材料交接不及时，已安排专人办理并向申请人致歉（演示）",
    ]
    /// Two thirds of them are explained.
    private static let waiting = 3

    func run(on day: Day) async throws {
        for agency in staff.agencies.values.sorted(by: { $0.text < $1.text }) {
            guard let officer = staff.actor(.handle, of: agency.text) else { continue }
            let late = try await log.read(realm) { reading in
                try DelayRecord(reading, on: day).unexplained(of: agency.text, days: 365, limit: 100)
            }
            for (place, late) in late.enumerated() where place % DelayRound.waiting != DelayRound.waiting - 1 {
                let command = ExplainDelay(
                    caseFile: late.id,
                    reason: DelayRound.reasons[place / 2 % DelayRound.reasons.count],
                    hidden: [],
                    policy
                )
                _ = try await log.submit(
                    command,
                    as: SubmittedAct(realm: realm, actor: officer, key: "demonstration delay \(late.id)")
                )
            }
        }
    }
}
