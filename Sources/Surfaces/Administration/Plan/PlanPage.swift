import Directory
import HTML
import Kernel

/// A breakdown plan with its check and its versions (分解执法职权方案).
///
/// - Source: 国办发〔2005〕37号 part 2.
struct PlanPage: Component {
    let visit: Visit
    let sheet: PlanSheet

    private var plan: BreakdownPlan { sheet.plan }

    var body: any HTML {
        AdministrationFrame(title, visit, part: .tree, crumbs: crumbs) {
            h1 { title }
            p(.cssClass("quiet")) { sheet.isDraft ? "按今天各岗位的职责生成，尚未公布。" : "自\(plan.from)起适用。" }
            versions
            Panel("检查") { check }
            Panel("岗位职责（\(plan.lines.count)个岗位）") { lines }
            if sheet.isDraft, visit.may(AdministrationAccess.keeping, at: sheet.agency.place) {
                ButtonRow {
                    LinkButton("公布为第\(plan.version)版", to: AdministrationPath.agency(sheet.agency.id, "plan/issue"))
                }
            }
        }
    }

    private var title: String { "分解执法职权方案\(sheet.isDraft ? "（草稿）" : "第\(plan.version)版")" }

    private var crumbs: [Crumb] {
        [Crumb(sheet.agency.profile.name, to: AdministrationPath.agency(sheet.agency.id)), Crumb("分解执法职权方案")]
    }

    private var versions: any HTML {
        let address = AdministrationPath.plan(sheet.agency.id)
        return Tabs(
            "各版方案",
            [NavigationLink("草稿", to: address, isCurrent: sheet.isDraft)]
                + sheet.published.map { issued in
                    NavigationLink(
                        "第\(issued.version)版",
                        to: "\(address)?version=\(issued.version)",
                        isCurrent: !sheet.isDraft && issued.version == plan.version
                    )
                }
        )
    }

    @HTMLBuilder private var check: any HTML {
        if sheet.faults.isEmpty {
            AlertBox("没有发现问题：每项职权有岗位承办，平行科室不重叠，不超出已确认的职权目录。", tone: .good)
        } else {
            DataTable(
                "检查结果",
                columns: [.init("问题"), .init("对象"), .init("说明"), .init("补救")],
                rows: sheet.faults.map { fault in
                    let words = PlanPage.words(fault)
                    return DataTable.Row([
                        Badge(words.kind, tone: words.tone), words.subject, words.detail, words.remedy,
                    ])
                }
            )
        }
    }

    private struct Words {
        let kind: String
        let tone: Tone
        let subject: String
        let detail: String
        let remedy: String
    }

    private static func words(_ fault: BreakdownPlan.Fault) -> Words {
        switch fault {
        case .heldByNoPost(_, let name):
            Words(kind: "无岗位承办", tone: .bad, subject: name, detail: "没有承办岗位负责这项职权", remedy: "在承办岗位的职责中加入")
        case .overlap(_, let name, let offices):
            Words(
                kind: "科室重叠",
                tone: .caution,
                subject: name,
                detail: offices.map { $0.isEmpty ? "未设科室" : $0 }.joined(separator: "、") + "同时承办，没有划分权限",
                remedy: "写明各岗位的权限范围，或者只留一个科室"
            )
        case .beyondCatalog(_, let name, let post):
            Words(
                kind: "超出目录",
                tone: .bad,
                subject: name,
                detail: "岗位“\(post)”的这项职权不在已确认的职权目录中",
                remedy: "从岗位职责中删去，或者先确认公布该事项"
            )
        case .liabilityMissing(let post):
            Words(kind: "责任未定", tone: .caution, subject: post, detail: "没有确定责任种类和内容", remedy: "在岗位职责中填写")
        }
    }

    private var lines: any HTML {
        DataTable(
            "岗位职责",
            columns: [
                .init("岗位"), .init("科室"), .init("责任类型"), .init("职权与范围"), .init("职责与标准"), .init("考核指标"),
                .init("责任"),
            ],
            rows: plan.lines.map { line in
                let charter = line.charter
                let powers = charter.powers.map { $0.limits.isEmpty ? $0.name : "\($0.name)（\($0.limits)）" }
                return DataTable.Row([
                    a(.href(AdministrationPath.post(line.post))) { line.postName }, line.office ?? "—",
                    line.responsibility.chinese, powers.isEmpty ? "—" : powers.joined(separator: "、"),
                    [charter.duties, charter.standards].compactMap(\.self).joined(separator: "；"),
                    charter.indicators ?? "未填报",
                    charter.liability.map { "\($0.kind.chinese)：\($0.content)" } ?? "未确定",
                ])
            }
        )
    }
}
