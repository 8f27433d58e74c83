/// How much of a natural person's name is shown.
package enum NameMask: String, Hashable, Sendable, Codable, CaseIterable {
    /// 张小三. Only where law lets the name be shown, and the province does.
    case full
    /// 张*三: surname and last character; 张* for two characters.
    case middle
    /// 张某某: the surname, and as many 某 as the given name has characters.
    case surname
    /// 张某: for everybody who is not the one decided about.
    case bystander
}

extension Masking {
    /// Returns a natural person's name in the form asked for.
    ///
    /// A name with a middle dot (阿卜杜拉·买买提) and one in Latin letters show their first character.
    ///
    /// - Source: 行政处罚结果信息网上公示暂行办法 (names of natural persons other than the punished are hidden).
    package static func name(_ name: String, _ mask: NameMask) -> String {
        let name = name.filter { !$0.isWhitespace }
        guard let first = name.first else { return hidden }
        guard mask != .full else { return name }
        guard name.allSatisfy(isChinese) else { return mask == .bystander ? "\(first)某" : "\(first)某某" }
        let surname = surname(of: name)
        let given = name.dropFirst(surname.count)
        guard let last = given.last else { return "\(first)某" }
        return switch mask {
        case .full: name
        case .middle where given.count == 1: "\(surname)*"
        case .middle: "\(surname)\(String(repeating: "*", count: given.count - 1))\(last)"
        case .surname: surname + String(repeating: "某", count: given.count)
        case .bystander: "\(surname)某"
        }
    }

    /// Returns bystanders' names in order, numbered where two would read alike: 张某1, 张某2.
    package static func bystanders(_ names: [String]) -> [String] {
        let masked = names.map { name($0, .bystander) }
        let counts = Dictionary(masked.map { ($0, 1) }, uniquingKeysWith: +)
        var seen: [String: Int] = [:]
        return masked.map { text in
            guard counts[text, default: 0] > 1 else { return text }
            seen[text, default: 0] += 1
            return "\(text)\(seen[text, default: 0])"
        }
    }

    private static func surname(of name: String) -> String {
        let two = String(name.prefix(2))
        return name.count > 2 && compoundSurnames.contains(two) ? two : String(name.prefix(1))
    }

    private static func isChinese(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy(\.properties.isIdeographic)
    }

    /// The compound surnames in common use.
    static let compoundSurnames: Set<String> = [
        "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台",
        "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于",
        "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁",
        "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌", "微生", "公户", "公玉", "梁丘",
        "左丘", "东门", "西门", "第五",
    ]
}
