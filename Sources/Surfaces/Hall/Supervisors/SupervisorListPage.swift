import HTML
import Kernel
import Participation

/// Who supervises in public, and what they said with the agencies' answers.
struct SupervisorListPage: Component {
    struct Line: Sendable {
        let supervisor: SupervisorRow
        let division: String
    }

    let site: HallSite
    let supervisors: [Line]
    let opinions: [PublishedOpinion]

    var body: any HTML {
        HallFrame(
            HallLabel.supervisors.chinese,
            of: site,
            part: .none,
            at: PublicPlace(HallPath.supervisors),
            crumbs: [Crumb(HallLabel.supervisors.chinese)]
        ) {
            h1 { HallLabel.supervisors.chinese }
            p { "社会监督员由监督机构聘任，随机查看办件的公开情况，对机关、事项和办件提出意见；机关应在期限内答复，意见和答复一并公开。" }
            ButtonRow { LinkButton("我是社会监督员", to: HallPath.ownSupervision, weight: .secondary) }
            Panel("在任的社会监督员") {
                if supervisors.isEmpty {
                    EmptyState("还没有聘任社会监督员") { p { "聘任以后在这里公布。" } }
                } else {
                    DataTable(
                        "社会监督员",
                        columns: [.init("姓名"), .init("类别"), .init("所在单位"), .init("监督地区"), .init("任期")],
                        rows: supervisors.map { line in
                            let row = line.supervisor
                            return DataTable.Row([
                                row.name, row.kind.chinese, row.unit, line.division, "\(row.from) 至 \(row.through)",
                            ])
                        }
                    )
                }
            }
            Panel("意见和答复", anchor: "opinions") {
                if opinions.isEmpty {
                    EmptyState("还没有公开的意见") { p { "机关答复以后公开。" } }
                } else {
                    ul(.cssClass("letters")) {
                        for opinion in opinions { li { PublishedOpinionPart(opinion: opinion) } }
                    }
                }
            }
        }
    }
}

/// One opinion with its answer.
struct PublishedOpinionPart: Component {
    let opinion: PublishedOpinion

    var body: any HTML {
        p { strong { [opinion.agencyName, opinion.item?.name].compactMap(\.self).joined(separator: "　") } }
        p(.cssClass("hint")) { "\(opinion.kind)　\(opinion.on)提出　\(opinion.answered.on)答复" }
        Paragraphs("意见：\(opinion.answered.opinion)")
        Paragraphs("答复：\(opinion.answered.answer)")
    }
}
