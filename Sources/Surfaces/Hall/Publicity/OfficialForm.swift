import Catalog
import Codes
import Directory
import Kernel
import Law
import WebServer

/// A form in which a list of enforcement is handed in and published (附件1–7), with the unit that filled it in.
///
/// - Source: 聊政办发〔2017〕74号 annexes 1–7.
enum OfficialForm: Int, CaseIterable, Sendable {
    case items = 1
    case subjects, officers, inspections, charts, elements, reviews

    var chinese: String {
        switch self {
        case .items: "行政执法事项清单"
        case .subjects: "行政执法主体资格清单"
        case .officers: "行政执法人员资格清单"
        case .inspections: "随机抽查事项清单"
        case .charts: "行政执法程序流程图一览"
        case .elements: "重大执法决定法制审核要素清单"
        case .reviews: "重大执法决定法制审核目录清单"
        }
    }

    /// 附件1　行政执法事项清单.
    var title: String { "附件\(rawValue)　\(chinese)" }

    /// Whether it is printed empty, to be filled in with every decision.
    var isBlank: Bool { self == .elements }

    /// What stands in each row after its number.
    func columns(_ kinds: [OfficialListKind]) -> [String] {
        switch self {
        case .items: ["执法类别", "事项名称", "事项编码", "执法依据", "裁量基准"]
        case .subjects: ["机构名称", "机构性质", "主体类别", "法定代表人", "职责权限", "编制状况", "经费来源", "受委托组织基本信息"]
        case .officers: ListKind.officers.columns
        case .charts: ["执法类别", "事项名称", "事项编码", "法定时限", "承诺时限", "流程图"]
        case .elements: ["审核要素", "审核结果（符合、不符合、不适用）", "问题说明", "处理意见"]
        case .inspections, .reviews: kinds.first { $0.code == list }?.columns.map(\.name) ?? []
        }
    }

    /// The list kept beside the items that fills it.
    fileprivate var list: String? {
        switch self {
        case .inspections: "inspections"
        case .reviews: "reviews"
        case .items, .subjects, .officers, .charts, .elements: nil
        }
    }

    /// What a reviewer asks of every major decision.
    ///
    /// - Source: 聊政办发〔2017〕74号 part 3 (审核要素).
    fileprivate static let elementNames = [
        "执法主体合法", "执法人员具备资格", "主要事实清楚，证据确凿充分", "适用法律、法规、规章准确", "执行裁量基准适当", "程序合法",
        "没有超越职权、滥用职权", "执法文书规范、齐备", "违法行为涉嫌犯罪的，应当移送", "其他应当审核的内容",
    ]
}

/// A form as one unit filled it in.
struct FilledForm: Sendable {
    let unit: String
    /// The day of what it shows.
    let on: Day
    let rows: [[String]]
}

extension AgencyPublicity {
    /// Returns the form as it follows from what the agency published; `nil` while it published nothing for it.
    func filled(_ form: OfficialForm, on today: Day) -> FilledForm? {
        let found: (on: Day, rows: [[String]])? =
            switch form {
            case .items: (today, items.map(itemRow))
            case .subjects: listedOn.map { ($0, ([agency] + entrusted).map(AgencyPublicity.subjectRow)) }
            case .officers: officers.on.map { ($0, officers.rows) }
            case .charts: (today, items.filter { $0.process != nil }.map(AgencyPublicity.chartRow))
            case .elements: (today, OfficialForm.elementNames.map { [$0, "", "", ""] })
            case .inspections, .reviews:
                lists.first { $0.kind.code == form.list }?.version.map { ($0.publishedOn, $0.rows) }
            }
        guard let found, !found.rows.isEmpty else { return nil }
        return FilledForm(unit: agency.profile.name, on: found.on, rows: found.rows)
    }

    private func itemRow(_ item: ItemContent) -> [String] {
        [
            item.category.chinese, item.name, item.code, item.bases.map(\.chinese).joined(separator: "；"),
            benchmarked.contains(item.code) ? "有" : "无",
        ]
    }

    private static func subjectRow(_ agency: AgencyRow) -> [String] {
        let (profile, subject) = (agency.profile, agency.profile.subject)
        let letter = subject?.entrustment.map { letter in
            "\(letter.entrustedBy)委托；\(letter.letter)；依据\(letter.basis)；\(letter.matters)；\(letter.from)至\(letter.to)"
        }
        return [
            profile.name, subject?.nature?.chinese ?? "未填报", profile.kind.chinese,
            subject?.legalRepresentative ?? "未填报", subject?.duties ?? "未填报",
            subject?.establishment.map { "\($0) 名" } ?? "未填报", subject?.funding?.chinese ?? "未填报", letter ?? "—",
        ]
    }

    private static func chartRow(_ item: ItemContent) -> [String] {
        [
            item.category.chinese, item.name, item.code, item.statutoryLimit?.period.chinese ?? "未填报",
            item.promisedLimit?.chinese ?? "未填报", HallPath.chart(item.code, form: "pdf"),
        ]
    }
}
