/// A list filled in on an official form: a title and its unit above the header, a sum and signatures below the rows.
///
/// - Source: 聊政办发〔2017〕74号 附件1.
enum ListForm {
    private static let unitMarks = ["填报单位：", "填报单位:"]
    private static let feet = ["合计", "填表人", "审核人", "单位负责人", "没有报送的单位"]

    /// Returns whose form it is, as the rows above the header say.
    static func unit(in above: [[String]]) -> String? {
        for text in above.joined().map(\.trimmed) {
            guard let mark = unitMarks.first(where: text.hasPrefix) else { continue }
            let unit = String(text.dropFirst(mark.count)).trimmed
            return unit.isEmpty ? nil : unit
        }
        return nil
    }

    /// Whether a row stands below those of the list: it begins with a mark of the form's foot.
    static func isFoot(_ cells: [String]) -> Bool {
        let first = cells.first { !$0.trimmed.isEmpty }?.trimmed ?? ""
        return feet.contains(where: first.hasPrefix)
    }
}
