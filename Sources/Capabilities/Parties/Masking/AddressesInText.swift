/// Finds home addresses in free text: what stands behind a word for a home, and house, stairs and door anywhere.
enum AddressesInText {
    static let home = "（住址略）"
    static let door = "（门牌略）"

    static func masked(_ text: String) -> String {
        var characters = Array(text)
        characters = Array(characters.replacing(homes(in: characters)) { _ in home })
        return characters.replacing(doors(in: characters)) { _ in door }
    }

    private static let words = [
        "家庭住址", "家庭地址", "户籍所在地", "户籍地址", "户籍地", "现居住地", "经常居住地", "居住地址", "居住地", "现住址",
        "住址", "家住", "现住", "租住",
    ].map(Array.init)

    private static func homes(in text: [Character]) -> [Range<Int>] {
        words.flatMap { word in
            ContactsInText.ends(of: word, in: text).compactMap { end -> Range<Int>? in
                let start = ContactsInText.forth(from: end, in: text) { "：:为是在于 ".contains($0) }
                let stop = ContactsInText.forth(from: start, in: text) { !"，。；;、）)（(\n".contains($0) }
                // Shorter ones, as 住址略 and 住址变更, name no place.
                return stop - start >= 3 && !isNoPlace(text[start..<stop]) ? start..<stop : nil
            }
        }
    }

    /// What speaks of an address without telling it.
    private static func isNoPlace(_ text: ArraySlice<Character>) -> Bool {
        ["变更", "证明", "登记", "信息", "不详", "与", "和", "的", "以外", "所在"].contains { text.starts(with: $0) }
    }

    /// 3栋2单元501号, 12幢302室, 5组18号.
    private static func doors(in text: [Character]) -> [Range<Int>] {
        text.indices.compactMap { index -> Range<Int>? in
            guard isNumeral(text[index]), index == 0 || !isNumeral(text[index - 1]) else { return nil }
            var end = index
            var parts: [Character] = []
            while let next = part(from: end, in: text) {
                parts.append(text[next - 1])
                end = next
            }
            guard parts.count >= 2, let first = parts.first, "栋幢座楼元组社".contains(first) else { return nil }
            return index..<end
        }
    }

    /// Behind a number and its unit.
    private static func part(from start: Int, in text: [Character]) -> Int? {
        let digits = ContactsInText.forth(from: start, in: text) { isNumeral($0) || "-－".contains($0) }
        guard digits > start, digits < text.count else { return nil }
        for unit in ["号楼", "单元", "栋", "幢", "座", "楼", "组", "社", "号", "室", "层"] where text[digits...].starts(with: unit) {
            return digits + unit.count
        }
        return nil
    }

    private static func isNumeral(_ character: Character) -> Bool {
        character.isASCII && character.isNumber || ("０"..."９").contains(character) || "一二三四五六七八九十".contains(character)
    }
}
