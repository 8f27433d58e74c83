import Catalog
import Documents
import Kernel

/// One sheet about one item (明白卡), for counters and notice boards: what people must know before they come.
///
/// - Source: Administrative License Law (行政许可法) art. 30 (what is posted where applications are taken);
///   优化营商环境条例 art. 35, 36.
struct ItemLeaflet: Sendable {
    let item: PublicItem
    let division: String
    /// The item's page, for a code to scan; nil where nobody outside reaches the Hall.
    let address: String?
    /// The day the sheet was made: what it says is of that day.
    let today: Day
    let isDemonstration: Bool

    /// More of them stand on the item's page; a sheet has an end.
    private static let longestLine = 40

    var document: DocumentContent {
        DocumentContent(
            metadataTitle: "\(item.content.name)办事明白卡",
            created: Instant(today),
            blocks: [.title("办事明白卡")]
                + [
                    .table(.definitions(ItemLeaflet.facts(of: item.content))),
                    .paragraph("\(isDemonstration ? "演示资料，不具有法律效力。" : "")\(division)，\(today.chinese)印制，以网上公布的为准。"),
                ]
                + (address.map { [.code(payload: $0, caption: "扫码看全文、在线申请")] } ?? [])
        )
    }

    /// What people must know of an item before they come; the handbook of its agency says the same.
    static func facts(of content: ItemContent) -> [(term: String, value: String)] {
        let told: [(String, String?)] = [
            ("事项名称", content.name), ("办理机关", content.agency?.name), ("办理期限", limits(of: content)),
            ("收费", content.fee.map(GuideSection.fee)), ("办理结果", content.permitName),
            ("受理条件", ItemLeaflet.lines(content.conditions, most: 5)),
            ("要准备的材料", ItemLeaflet.lines(content.materials?.map(ItemLeaflet.material), most: 8)),
            ("地点和时间", ItemLeaflet.joined([content.place, content.hours])),
            ("咨询、投诉", ItemLeaflet.joined([content.phone, content.complaintLine])),
            ("您的权利", "材料不齐的，应当一次性告知；超过期限、多收费用或者另要材料的，可以投诉举报。"),
        ]
        return told.map { (term: $0.0, value: $0.1 ?? "未填报") }
    }

    private static func limits(of content: ItemContent) -> String? {
        ItemLeaflet.joined([
            content.promisedLimit.map { "承诺\($0.chinese)" }, content.statutoryLimit.map { "法定\($0.period.chinese)" },
        ])
    }

    private static func joined(_ parts: [String?]) -> String? {
        let known = parts.compactMap(\.self)
        return known.isEmpty ? nil : known.joined(separator: "；")
    }

    /// Numbered lines, the first ones, each cut where a sheet would run over.
    private static func lines(_ lines: [String]?, most: Int) -> String? {
        guard let lines, !lines.isEmpty else { return lines.map { _ in "无" } }
        let shown = lines.prefix(most).enumerated().map { index, line in
            "\(index + 1). \(line.count > longestLine ? "\(line.prefix(longestLine))…" : line)"
        }
        let rest = lines.count > most ? ["其余 \(lines.count - most) 项见网上办事指南"] : []
        return (shown + rest).joined(separator: "\n")
    }

    private static func material(_ material: Material) -> String {
        let condition = material.condition.map { "（\($0)）" } ?? ""
        let copies = [
            material.originals > 0 ? "原件 \(material.originals) 份" : nil,
            material.copies > 0 ? "复印件 \(material.copies) 份" : nil,
        ].compactMap(\.self).joined(separator: "、")
        return "\(material.name)\(condition)：\(material.necessity.chinese)\(copies.isEmpty ? "" : "，\(copies)")"
    }
}
