/// Puts the pages of several files into one that is good for archiving.
///
/// A page and its stamp become drawings of their own on a fresh page, so that their fonts never meet.
///
/// - Source: GB/T 23286.2 (ISO 19005-2, PDF/A-2), level B.
struct PDFBinder {
    private let bound: BoundFile
    private let sources: [(part: BoundFile.Part, source: PDFSource)]
    private let overlay: PDFSource
    private let isStamped: [Bool]
    private var objects: [Int: PDFObject] = [:]

    private static let (root, pages, outlines, metadata, intent, profile, firstFree) = (1, 2, 3, 4, 5, 6, 7)
    private var next = PDFBinder.firstFree

    init(
        _ bound: BoundFile,
        _ sources: [(part: BoundFile.Part, source: PDFSource)],
        _ overlay: PDFSource,
        _ isStamped: [Bool]
    ) {
        self.bound = bound
        self.sources = sources
        self.overlay = overlay
        self.isStamped = isStamped
    }

    consuming func file() throws(DocumentError) -> [UInt8] {
        var kids: [Int] = []
        var chapters: [(title: String, page: Int)] = []
        // Fonts of the stamps are the same objects on every page.
        var overlaid: [Int: Int] = [:]
        for (part, source) in sources {
            var copied: [Int: Int] = [:]
            for (index, page) in source.pages.enumerated() {
                var drawings = ["P": try drawing(page, of: source, &copied)]
                if isStamped[kids.count] {
                    drawings["S"] = try drawing(overlay.pages[kids.count], of: overlay, &overlaid)
                }
                kids.append(add(sheet(page.box, drawings)))
                if index == 0 { chapters.append((part.title, kids[kids.count - 1])) }
            }
        }
        list(chapters)
        frame(kids)
        return PDFWriter(objects, root: PDFBinder.root).bytes
    }

    /// A page that shows its drawings one over the other.
    private mutating func sheet(_ box: PDFValue, _ drawings: [String: Int]) -> PDFObject {
        let content = drawings.keys.sorted().map { "q /\($0) Do Q\n" }.joined()
        let stream = add(PDFBinder.stream(.dictionary([:]), Array(content.utf8)))
        return PDFObject(
            .dictionary([
                "Type": .name("Page"), "Parent": .reference(PDFBinder.pages), "MediaBox": box,
                "Contents": .reference(stream),
                "Resources": .dictionary(["XObject": .dictionary(drawings.mapValues(PDFValue.reference))]),
            ])
        )
    }

    /// Copies a page as a drawing, with everything that it needs.
    private mutating func drawing(
        _ page: PDFSource.Page,
        of source: PDFSource,
        _ copied: inout [Int: Int]
    ) throws(DocumentError) -> Int {
        var entries: [String: PDFValue] = [
            "Type": .name("XObject"), "Subtype": .name("Form"), "BBox": page.box,
            "Resources": try copy(page.resources, of: source, &copied),
        ]
        if let group = page.group { entries["Group"] = try copy(group, of: source, &copied) }
        if let filter = page.content.value["Filter"] { entries["Filter"] = filter }
        return add(PDFBinder.stream(.dictionary(entries), Array(page.content.stream ?? [])))
    }

    /// Copies what a value names, each object once, and returns the value as it reads in the new file.
    private mutating func copy(
        _ value: PDFValue,
        of source: PDFSource,
        _ copied: inout [Int: Int]
    ) throws(DocumentError) -> PDFValue {
        var waiting = value.references
        while let number = waiting.popLast() {
            guard copied[number] == nil else { continue }
            let object = try source.object(number)
            let place = next
            next += 1
            copied[number] = place
            // Its references are led when all of them have their number.
            objects[place] = object
            waiting += object.value.references.reversed()
            fresh.append((place, number))
        }
        for (place, _) in fresh {
            guard let object = objects[place] else { continue }
            let led = object.value.referring { copied[$0] ?? 0 }
            objects[place] = object.stream.map { PDFBinder.stream(led, Array($0)) } ?? PDFObject(led)
        }
        fresh = []
        return value.referring { copied[$0] ?? 0 }
    }

    private var fresh: [(place: Int, number: Int)] = []

    private mutating func add(_ object: PDFObject) -> Int {
        defer { next += 1 }
        objects[next] = object
        return next
    }

    private mutating func list(_ chapters: [(title: String, page: Int)]) {
        let first = next
        for (index, chapter) in chapters.enumerated() {
            var entries: [String: PDFValue] = [
                "Title": .text(chapter.title), "Parent": .reference(PDFBinder.outlines),
                "Dest": .array([.reference(chapter.page), .name("Fit")]),
            ]
            if index > 0 { entries["Prev"] = .reference(first + index - 1) }
            if index < chapters.count - 1 { entries["Next"] = .reference(first + index + 1) }
            _ = add(PDFObject(.dictionary(entries)))
        }
        objects[PDFBinder.outlines] = PDFObject(
            .dictionary([
                "Type": .name("Outlines"), "First": .reference(first),
                "Last": .reference(first + chapters.count - 1), "Count": .word("\(chapters.count)"),
            ])
        )
    }

    private mutating func frame(_ kids: [Int]) {
        objects[PDFBinder.root] = PDFObject(
            .dictionary([
                "Type": .name("Catalog"), "Pages": .reference(PDFBinder.pages), "Lang": .text("zh-CN"),
                "Outlines": .reference(PDFBinder.outlines), "PageMode": .name("UseOutlines"),
                "Metadata": .reference(PDFBinder.metadata),
                "OutputIntents": .array([.reference(PDFBinder.intent)]),
                "ViewerPreferences": .dictionary(["DisplayDocTitle": .word("true")]),
            ])
        )
        objects[PDFBinder.pages] = PDFObject(
            .dictionary([
                "Type": .name("Pages"), "Kids": .array(kids.map(PDFValue.reference)), "Count": .word("\(kids.count)"),
            ])
        )
        objects[PDFBinder.metadata] = PDFBinder.stream(
            .dictionary(["Type": .name("Metadata"), "Subtype": .name("XML")]),
            Array(ArchivalMetadata(bound).text.utf8)
        )
        objects[PDFBinder.intent] = PDFObject(
            .dictionary([
                "Type": .name("OutputIntent"), "S": .name("GTS_PDFA1"),
                "OutputConditionIdentifier": .text(ColorProfile.name), "Info": .text(ColorProfile.name),
                "DestOutputProfile": .reference(PDFBinder.profile),
            ])
        )
        objects[PDFBinder.profile] = PDFBinder.stream(.dictionary(["N": .word("3")]), ColorProfile.bytes)
    }

    private static func stream(_ value: PDFValue, _ bytes: [UInt8]) -> PDFObject {
        guard case .dictionary(var entries) = value else { return PDFObject(value) }
        entries["Length"] = .word("\(bytes.count)")
        return PDFObject(.dictionary(entries), stream: bytes[...])
    }
}
