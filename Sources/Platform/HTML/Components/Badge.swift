/// What a badge, an alert or a tile means; every tone has its own shape and word besides its color.
package enum Tone: String, Sendable {
    /// Plain fact.
    case neutral
    /// Under way, for your knowledge.
    case active
    /// Good, done, in time.
    case good
    /// Soon, caution; yellow card.
    case caution
    /// Bad, late, refused; red card.
    case bad

    var icon: Icon {
        switch self {
        case .neutral: .circle
        case .active: .half
        case .good: .check
        case .caution: .triangle
        case .bad: .octagon
        }
    }
}

/// A status in a word or two.
package struct Badge: Component {
    private let word: String
    private let tone: Tone

    package init(_ word: String, tone: Tone = .neutral) {
        self.word = word
        self.tone = tone
    }

    package var body: any HTML {
        span(.cssClass("badge \(tone.rawValue)")) {
            tone.icon
            word
        }
    }
}
