/// Names of files as people give them, made safe to show and to save.
package enum FileName {
    private static let forbidden = Set("<>:\"|?*/\\")
    private static let reserved: Set<String> = [
        "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1",
        "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    ]

    /// The longest name, in characters; in UTF-8 it stays below the 255 bytes of file systems.
    package static let longest = 60

    /// Returns the last part of a path without control and direction characters, at most `longest` characters long.
    ///
    /// The ending is kept when a name is shortened; a name of which nothing remains becomes 未命名.
    package static func cleaned(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let visible = String(String.UnicodeScalarView(last.unicodeScalars.filter(isVisible)))
        let replaced = String(visible.map { forbidden.contains($0) ? "_" : $0 })
        let trimmed = String(replaced.trimming { $0 == " " || $0 == "." || $0 == "\u{3000}" })
        guard !trimmed.isEmpty else { return "未命名" }
        let stem = trimmed.prefix { $0 != "." }.uppercased()
        return shortened(reserved.contains(stem) ? "_\(trimmed)" : trimmed)
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        // Joiners hold emoji together; marks of direction make an ending look like another one.
        case .format: scalar == "\u{200D}"
        default: true
        }
    }

    private static func shortened(_ name: String) -> String {
        let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
        let kept = ending.count <= 11 && ending.utf8.count <= 33 ? ending : ""
        var stem = String(name.dropLast(kept.count).prefix(longest - kept.count))
        while stem.utf8.count + kept.utf8.count > 200, !stem.isEmpty { stem.removeLast() }
        return stem + kept
    }
}

extension String {
    fileprivate func trimming(_ isDropped: (Character) -> Bool) -> Substring {
        var rest = drop(while: isDropped)
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return rest
    }
}
