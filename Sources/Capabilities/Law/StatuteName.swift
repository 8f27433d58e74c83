/// The names statutes are cited by.
package enum StatuteName {
    package static let longest = 200

    /// Returns the key under which a statute is kept: its name without 中华人民共和国, 《》, spaces and revision marks.
    package static func key(_ name: some StringProtocol) -> String {
        // By scalar: an act asks for the keys of all its item rests on, and none of the marks is of several.
        var unmarked = String.UnicodeScalarView()
        for scalar in Substring(name).unicodeScalars where !isMark(scalar) { unmarked.append(scalar) }
        var key = unmarked[...]
        // 行政许可法（2019年修正）: the year of a revision is a version, not a name.
        if key.last == "）" || key.last == ")", let start = key.lastIndex(where: { $0 == "（" || $0 == "(" }),
            key[start...].contains(where: { $0.properties.numericType != nil })
        {
            key = key[..<start]
        }
        let country = "中华人民共和国".unicodeScalars
        if key.count > country.count, key.starts(with: country) { key = key.dropFirst(country.count) }
        return String(key)
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        // No white space lies behind the ideographic one.
        scalar == "《" || scalar == "》" || scalar == "\u{200B}"
            || scalar <= "\u{3000}" && scalar.properties.isWhitespace
    }
}
