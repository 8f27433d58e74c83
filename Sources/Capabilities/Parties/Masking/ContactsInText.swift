/// Finds mail and chat addresses, vehicle plates and the numbers of passes in free text.
enum ContactsInText {
    static let contact = "（联系方式略）"
    static let pass = "（证件号码略）"

    /// Hides `name@example.org`, and the account behind QQ or 微信.
    static func contacts(in text: String) -> String {
        let characters = Array(text)
        var spans: [Range<Int>] = []
        for (index, character) in characters.enumerated() where character == "@" || character == "＠" {
            let start = back(from: index, in: characters, while: isMailCharacter)
            let end = forth(from: index + 1, in: characters, while: isMailCharacter)
            if start < index, characters[index + 1..<end].contains(".") { spans.append(start..<end) }
        }
        for word in ["QQ", "qq", "微信", "钉钉", "抖音"] {
            for end in ends(of: Array(word), in: characters) {
                let start = forth(from: end, in: characters) { "号：:为是 ".contains($0) }
                let stop = forth(from: start, in: characters) { isAccountCharacter($0) }
                if stop - start >= 5 { spans.append(start..<stop) }
            }
        }
        return characters.replacing(spans) { _ in contact }
    }

    /// Hides what stands behind the name of a pass, other than an identity card, which `MaskedText` knows by itself.
    static func passes(in text: String) -> String {
        let characters = Array(text)
        var spans: [Range<Int>] = []
        for word in ["护照", "通行证", "军官证", "士兵证", "台胞证", "居留证", "驾驶证"] {
            for end in ends(of: Array(word), in: characters) {
                let start = forth(from: end, in: characters) { "号码编：:为是 （(军南北广沈济成兰字第".contains($0) }
                let stop = forth(from: start, in: characters) { isAccountCharacter($0) || "字第".contains($0) }
                if characters[start..<stop].count(where: \.isNumber) >= 5 { spans.append(start..<stop) }
            }
        }
        return characters.replacing(spans) { _ in pass }
    }

    /// Hides the middle of a plate: 川X12345 becomes 川X****5.
    static func plates(in text: String) -> String {
        let characters = Array(text)
        let spans = characters.indices.compactMap { index -> Range<Int>? in
            guard provinces.contains(characters[index]), index + 6 < characters.count,
                characters[index + 1].isASCII, characters[index + 1].isUppercase
            else { return nil }
            let start = index + 2 + ("·• ".contains(characters[index + 2]) ? 1 : 0)
            let end = forth(from: start, in: characters) { $0.isASCII && ($0.isNumber || $0.isUppercase) }
            return (5...6).contains(end - start) ? index..<end : nil
        }
        return characters.replacing(spans) { plate in
            String(plate.prefix(2)) + String(repeating: "*", count: plate.count - 3) + String(plate.suffix(1))
        }
    }

    private static let provinces: Set<Character> = Set("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼")

    private static func isMailCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "._%+-".contains(character))
    }

    private static func isAccountCharacter(_ character: Character) -> Bool {
        (character.isASCII && (character.isLetter || character.isNumber || "_-".contains(character)))
            || ("０"..."９").contains(character)
    }

    private static func back(from end: Int, in text: [Character], while holds: (Character) -> Bool) -> Int {
        var start = end
        while start > 0, holds(text[start - 1]) { start -= 1 }
        return start
    }

    static func forth(from start: Int, in text: [Character], while holds: (Character) -> Bool) -> Int {
        var end = start
        while end < text.count, holds(text[end]) { end += 1 }
        return end
    }

    /// The indices right behind each place where `word` stands.
    static func ends(of word: [Character], in text: [Character]) -> [Int] {
        guard let first = word.first, text.count >= word.count else { return [] }
        return (0...text.count - word.count).compactMap { index in
            text[index] == first && text[index..<index + word.count].elementsEqual(word) ? index + word.count : nil
        }
    }
}

extension [Character] {
    /// Returns the text with the spans replaced; of spans that overlap the first one counts.
    func replacing(_ spans: [Range<Int>], with replacement: (ArraySlice<Character>) -> String) -> String {
        guard !spans.isEmpty else { return String(self) }
        var text = ""
        var index = 0
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) where span.lowerBound >= index {
            text += String(self[index..<span.lowerBound]) + replacement(self[span])
            index = span.upperBound
        }
        return text + String(self[index...])
    }
}
