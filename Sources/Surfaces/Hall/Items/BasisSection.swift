import HTML

/// One citation of an item's basis, and what is known of its words.
struct BasisEntry: Sendable {
    /// What the citation leads to.
    enum Words: Sendable {
        /// The statute's own words, one element a line, and the version they are from.
        case text(lines: [String], version: String)
        /// Our sentence about them.
        case gist(String)
        case unknown
    }

    /// 《行政许可法》第二十六条第一款.
    let citation: String
    /// The statute's page in the library; `nil` when it was not imported.
    let address: String?
    let words: Words
    /// What became of the article after the item's version came into force.
    let change: String?
}

/// The legal basis down to the article, with the words where the statute was imported.
struct BasisSection: Component {
    let bases: [BasisEntry]

    var body: any HTML {
        ul(.cssClass("bases")) { for basis in bases { li { entry(basis) } } }
    }

    @HTMLBuilder
    private func entry(_ basis: BasisEntry) -> any HTML {
        p {
            strong {
                if let address = basis.address { a(.href(address)) { basis.citation } } else { basis.citation }
            }
        }
        if let change = basis.change {
            p {
                Badge("后有变动", tone: .caution)
                " \(change)"
            }
        }
        switch basis.words {
        case .text(let lines, let version):
            blockquote { for line in lines { p { line } } }
            p(.cssClass("hint")) { version }
        case .gist(let sentence):
            p {
                Badge("要旨")
                " \(sentence)"
            }
            p(.cssClass("hint")) { "要旨由本系统概括，不是条文原文；以公布的法律文本为准。" }
        case .unknown: p(.cssClass("hint")) { "尚未导入该文件的条文。" }
        }
    }
}
