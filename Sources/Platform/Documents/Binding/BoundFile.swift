package import Kernel

/// Files of the press that are bound into one.
package struct BoundFile: Sendable {
    package struct Part: Sendable {
        /// As readers list it beside the pages.
        package let title: String
        package let file: [UInt8]
        /// Words on the upper right of its pages, each with the number of the page behind it; `nil` for pages without one.
        package let stamp: String?

        package init(title: String, file: [UInt8], stamp: String? = nil) {
            self.title = title
            self.file = file
            self.stamp = stamp
        }
    }

    package let title: String
    package let author: String
    package let created: Instant
    package let parts: [Part]

    package init(title: String, author: String, created: Instant, parts: [Part]) {
        self.title = title
        self.author = author
        self.created = created
        self.parts = parts
    }
}

extension DocumentRenderer {
    /// Returns how many pages a file of the press has.
    package func pageCount(of file: [UInt8]) async throws(DocumentError) -> Int {
        try await onThread { () throws(DocumentError) in try PDFSource(file).pages.count }
    }

    /// Returns one PDF/A-2b file with the pages of all parts; the same parts give the same bytes.
    ///
    /// What signs a part does not go along, for a signature covers its own file only.
    ///
    /// - Throws: `DocumentError.notBindable` for a part that is not of the press.
    package func bind(_ bound: BoundFile) async throws(DocumentError) -> [UInt8] {
        try await onThread { [self] () throws(DocumentError) in
            var sources: [(part: BoundFile.Part, source: PDFSource)] = []
            for part in bound.parts { sources.append((part, try PDFSource(part.file))) }
            var stamps: [String?] = []
            // Numbers begin anew with other words.
            var numbers: [String: Int] = [:]
            for (part, source) in sources {
                for _ in source.pages {
                    stamps.append(
                        part.stamp.map { words in
                            numbers[words, default: 0] += 1
                            return words + "\(numbers[words, default: 0])"
                        }
                    )
                }
            }
            let overlay = try PDFSource(try printStamps(stamps.map { $0 ?? "" }, created: bound.created))
            return try PDFBinder(bound, sources, overlay, stamps.map { $0 != nil }).file()
        }
    }
}
