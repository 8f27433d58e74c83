import Access
import Directory
import EventLog
import HTML
import Kernel
import WebServer

/// The numbers that provinces and cities set differently, as a form.
enum RulesChange {
    static let route = ChangeRoute<RulesSheet>(
        "/administration/rules",
        "adminSetRules",
        AdministrationAccess.settingRules
    ) { sheet, _ in
        let rules = sheet.rules
        func number(_ name: String, _ label: String, _ range: ClosedRange<Int>, _ present: Int) -> ChangeField {
            ChangeField(name, label, .number(range), now: ["\(present)"])
        }
        return ChangeForm(
            "机构人员管理参数",
            note: "各地规定不同的数值；变更自记录时起适用，不溯及已作出的行为。",
            fields: [
                ChangeField(
                    "exams",
                    "发证须合格的考试",
                    .several(TrainingSubject.allCases.map { ChangeChoice($0.rawValue, $0.chinese) }),
                    now: rules.exams.map(\.rawValue)
                ),
                number("examMonths", "考试成绩有效月数", 1...240, rules.examMonths),
                number("trainingHours", "年度培训学时", 0...400, rules.trainingHours),
                number("expiryWarningDays", "证件到期提前提示日数", 1...366, rules.expiryWarningDays),
                number("rotationWarningDays", "轮岗提前提示日数", 1...366, rules.rotationWarningDays),
                number("legalReviewers", "法制审核人员最少人数", 1...20, rules.legalReviewers),
                number("recheckMonths", "主体资格复核间隔月数", 1...240, rules.recheckMonths), .reason,
            ]
        ) { answers, _ in
            func value(_ name: String) -> Int { answers.number(name) ?? 0 }
            return SetDirectoryRules(
                DirectoryRules(
                    exams: answers.words("exams", TrainingSubject.self),
                    examMonths: value("examMonths"),
                    trainingHours: value("trainingHours"),
                    expiryWarningDays: value("expiryWarningDays"),
                    rotationWarningDays: value("rotationWarningDays"),
                    legalReviewers: value("legalReviewers"),
                    recheckMonths: value("recheckMonths")
                ),
                reason: answers.text("reason")
            )
        }
    }
}

/// The rules a realm goes by.
struct RulesSheet: ChangeSubject {
    let rules: DirectoryRules

    static func find(_ request: WebRequest, _ context: ChangeContext) throws -> RulesSheet? {
        RulesSheet(rules: try context.reading.directoryRules())
    }

    var place: Place? { nil }
    var key: String { "rules" }
    var title: String { "适用于本系统全部机构" }
    var address: String { AdministrationPath.home }
    var crumbs: [Crumb] { [] }
}
