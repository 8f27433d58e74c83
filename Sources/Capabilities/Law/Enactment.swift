package import Kernel

/// One note on the life of a statute: adopted, promulgated, amended, revised, in force.
package struct Enactment: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case adopted
        case promulgated
        /// 修正: single articles changed.
        case amended
        /// 修订: the whole text issued anew.
        case revised
        case effective
        case repealed
        case noted

        package var chinese: String {
            switch self {
            case .adopted: "通过"
            case .promulgated: "公布"
            case .amended: "修正"
            case .revised: "修订"
            case .effective: "施行"
            case .repealed: "废止"
            case .noted: "记载"
            }
        }

        /// Returns what the end of a note says; the last word counts, because a decision's title may hold any.
        static func shown(by text: String) -> Kind {
            let words: [(String, Kind)] = [
                ("修正", .amended), ("修订", .revised), ("施行", .effective), ("废止", .repealed), ("公布", .promulgated),
                ("发布", .promulgated), ("通过", .adopted), ("批准", .adopted),
            ]
            let tail = text.suffix(10)
            return words.first { tail.contains($0.0) }?.1 ?? .noted
        }
    }

    package let on: Day
    package let kind: Kind
    /// The note as it stands in the text, without its day.
    package let text: String

    package init(on: Day, kind: Kind, text: String) {
        self.on = on
        self.kind = kind
        self.text = text
    }
}
