/// How names and queries become comparable: small letters, half width, runs of Chinese or of letters and digits.
package struct SearchText: Hashable, Sendable {
    package enum Run: Hashable, Sendable {
        /// Chinese characters without anything between them.
        case characters([Unicode.Scalar])
        /// Letters and digits.
        case word([Unicode.Scalar])

        var scalars: [Unicode.Scalar] {
            switch self {
            case .characters(let scalars), .word(let scalars): scalars
            }
        }
    }

    package let runs: [Run]

    package init(_ text: some StringProtocol) {
        var runs: [Run] = []
        var current: [Unicode.Scalar] = []
        var isWord = false
        func close() {
            guard !current.isEmpty else { return }
            runs.append(isWord ? .word(current) : .characters(current))
            current = []
        }
        for scalar in text.unicodeScalars {
            guard let folded = SearchText.folded(scalar) else {
                close()
                continue
            }
            let belongsToWord = !SearchText.isCharacter(folded)
            if belongsToWord != isWord { close() }
            isWord = belongsToWord
            current.append(folded)
        }
        close()
        self.runs = runs
    }

    /// Returns the comparable form of a scalar, or `nil` when it only separates.
    private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        var scalar = scalar
        if (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0) { scalar = half }
        if (0x41...0x5A).contains(scalar.value) { return Unicode.Scalar(scalar.value + 32) }
        if scalar.isASCII {
            return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value) ? scalar : nil
        }
        // Most of what comes here is Chinese; it has neither case nor doubts.
        if isCharacter(scalar) { return scalar }
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil else { return nil }
        let lower = properties.lowercaseMapping.unicodeScalars
        return lower.count == 1 ? lower.first : scalar
    }

    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }
}

extension SearchText.Run {
    /// The word as text; `nil` for Chinese characters.
    var word: String? {
        guard case .word(let scalars) = self else { return nil }
        return String(String.UnicodeScalarView(scalars))
    }
}
