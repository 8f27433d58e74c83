import Access
import Directory
import HTML
import Kernel

/// What wants looking after, first thing in the morning.
struct ConcernPage: Component {
    let visit: Visit
    let concerns: [DirectoryConcern]
    let today: Day

    var body: any HTML {
        AdministrationFrame("待处理事项", visit, part: .home) {
            h1 { "待处理事项" }
            if visit.may(AdministrationAccess.settingRules) {
                ButtonRow { LinkButton("管理参数", to: AdministrationPath.rules, weight: .secondary) }
            }
            div(.cssClass("tiles")) {
                for kind in DirectoryConcern.Kind.allCases {
                    Tile(
                        ConcernPage.name(kind),
                        figure: "\(concerns.count { $0.kind == kind })",
                        tone: concerns.contains { $0.kind == kind } ? ConcernPage.tone(kind) : .good
                    )
                }
            }
            if concerns.isEmpty { AlertBox("没有待处理事项。", tone: .good) } else { table }
        }
    }

    private var table: any HTML {
        DataTable(
            "待处理事项明细",
            columns: [.init("对象"), .init("单位"), .init("事项"), .init("内容"), .init("日期")],
            rows: concerns.map { concern in
                DataTable.Row([
                    a(.href(address(concern))) { concern.subjectName }, concern.agencyName,
                    Badge(ConcernPage.name(concern.kind), tone: ConcernPage.tone(concern.kind)), detail(concern),
                    concern.day.map { "\($0)" } ?? "",
                ])
            }
        )
    }

    private func address(_ concern: DirectoryConcern) -> String {
        concern.subject == concern.agency.text
            ? AdministrationPath.agency(concern.agency) : AdministrationPath.officer(Officer.ID(concern.subject))
    }

    private func detail(_ concern: DirectoryConcern) -> String {
        switch concern.kind {
        case .certificateExpires, .certificateExpired: "证号\(concern.detail)"
        case .stayEnds, .stayExceeded: concern.detail
        case .reviewersMissing: "有法律职业资格的审核人员\(concern.detail)名"
        case .reviewerUntrained: "近一年培训\(concern.detail)学时"
        case .recheckDue: "执法主体资格应复核"
        }
    }

    static func name(_ kind: DirectoryConcern.Kind) -> String {
        switch kind {
        case .certificateExpires: "证件将到期"
        case .certificateExpired: "证件已到期"
        case .stayEnds: "任职将满年限"
        case .stayExceeded: "应轮岗未轮岗"
        case .reviewersMissing: "法制审核人员不足"
        case .reviewerUntrained: "审核人员培训不足"
        case .recheckDue: "主体资格待复核"
        }
    }

    private static func tone(_ kind: DirectoryConcern.Kind) -> Tone {
        switch kind {
        case .certificateExpires, .stayEnds, .recheckDue: .caution
        case .certificateExpired, .stayExceeded, .reviewersMissing, .reviewerUntrained: .bad
        }
    }
}
