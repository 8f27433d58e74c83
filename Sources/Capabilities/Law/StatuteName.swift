/// The names statutes are cited by.
package enum StatuteName {
    package static let longest = 200

    /// Returns the key under which a statute is kept: its name without 中华人民共和国, 《》, spaces and revision marks.
    package static func key(_ name: some StringProtocol) -> String {
        var key = String(name.filter { !$0.isWhitespace && $0 != "《" && $0 != "》" && $0 != "\u{200B}" })
        // 行政许可法（2019年修正）: the year of a revision is a version, not a name.
        if key.last == "）" || key.last == ")", let start = key.lastIndex(where: { $0 == "（" || $0 == "(" }),
            key[start...].contains(where: \.isNumber)
        {
            key = String(key[..<start])
        }
        let country = "中华人民共和国"
        guard key.hasPrefix(country), key.count > country.count else { return key }
        return String(key.dropFirst(country.count))
    }
}
