/// What a page says of itself to machines: where it really is, in which languages, and what it is about.
package struct PageMetadata: Sendable {
    /// The same page in another language.
    package struct Alternate: Sendable {
        /// As `hreflang` writes it: `zh-CN`, `en`, `x-default`.
        package let language: String
        package let address: String

        package init(_ language: String, at address: String) {
            self.language = language
            self.address = address
        }
    }

    let canonical: String
    let alternates: [Alternate]
    let blocks: [DataBlock]

    /// - Parameters:
    ///   - canonical: the one address of the page, however it was reached.
    ///   - alternates: all languages of the page, its own with them; empty when there is one.
    ///   - blocks: what the page is about, each one JSON document.
    package init(canonical: String, alternates: [Alternate] = [], blocks: [DataBlock] = []) {
        self.canonical = canonical
        self.alternates = alternates
        self.blocks = blocks
    }
}

extension PageMetadata: Component {
    package var body: any HTML {
        link(.rel("canonical"), .href(canonical))
        for alternate in alternates {
            link(.rel("alternate"), Attribute("hreflang", alternate.language), .href(alternate.address))
        }
        blocks
    }
}

/// Linked data inside a page; browsers do not run it, so the content policy has nothing to allow.
package struct DataBlock: HTML {
    private let json: [UInt8]

    /// - Parameter json: one JSON document, UTF-8.
    package init(_ json: [UInt8]) {
        self.json = json
    }

    /// Writes the document so that nothing in it can end the block: in JSON these characters stand only in texts.
    package func render(into output: inout HTMLOutput) {
        output.append(raw: "<script type=\"application/ld+json\">")
        output.append(json: json)
        output.append(raw: "</script>")
    }
}
