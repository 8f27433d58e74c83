package import Documents
import Interchange
import Kernel

/// A document as a file that word processors edit (docx); a draft to work on, never the original.
///
/// The type follows what the PDF has: paper, margins, founts and their sizes. Seal and check code stay with the original,
/// so that nobody takes the draft for it. The same content gives the same bytes.
///
/// - Source: ECMA-376-1 (WordprocessingML), ECMA-376-2 (packages); GB/T 9704-2012 §5 (paper, margins, body of sixteen
///   points, twenty-two lines a page), §7.
package struct WordFile: Sendable {
    package static let mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    package let bytes: [UInt8]

    package init(_ content: DocumentContent) {
        var archive = ZipArchive()
        archive.append("[Content_Types].xml", WordPart.types)
        archive.append("_rels/.rels", WordPart.relations)
        archive.append("docProps/core.xml", WordPart.properties(content))
        archive.append("word/document.xml", Array(WordBody(content).text.utf8))
        archive.append("word/_rels/document.xml.rels", WordPart.documentRelations)
        archive.append("word/styles.xml", WordPart.styles)
        bytes = archive.bytes
    }
}

/// The parts of the package that are not the text.
private enum WordPart {
    private static let head = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    static let types = part(
        """
        <Types xmlns="\(package)/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/word/document.xml" ContentType="\(word).document.main+xml"/>\
        <Override PartName="/word/styles.xml" ContentType="\(word).styles+xml"/>\
        <Override PartName="/docProps/core.xml" \
        ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
        """
    )

    static let relations = part(
        """
        <Relationships xmlns="\(package)/relationships">\
        <Relationship Id="r1" Type="\(office)/officeDocument" Target="word/document.xml"/>\
        <Relationship Id="r2" Type="\(package)/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
        </Relationships>
        """
    )

    static let documentRelations = part(
        """
        <Relationships xmlns="\(package)/relationships">\
        <Relationship Id="r1" Type="\(office)/styles" Target="styles.xml"/></Relationships>
        """
    )

    static func properties(_ content: DocumentContent) -> [UInt8] {
        part(
            """
            <cp:coreProperties xmlns:cp="\(package)/metadata/core-properties" \
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
            <dc:title>\(XMLText.escape(content.metadataTitle))</dc:title>\
            <dcterms:created xsi:type="dcterms:W3CDTF">\(content.created.day)T00:00:00Z</dcterms:created>\
            </cp:coreProperties>
            """
        )
    }

    /// Body of sixteen points with lines of twenty-eight; title, headings and tables from it.
    static let styles = part(
        """
        <w:styles xmlns:w="\(WordBody.namespace)"><w:docDefaults><w:rPrDefault><w:rPr>\
        <w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/>\
        <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
        <w:spacing w:line="560" w:lineRule="exact"/></w:pPr></w:pPrDefault></w:docDefaults>\(named.joined())</w:styles>
        """
    )

    private static let named = [
        style("Normal", "Normal"),
        style("Letterhead", "发文机关", #"<w:jc w:val="center"/>"#, font("方正小标宋简体", 44, "FF0000")),
        style("Number", "文号", #"<w:jc w:val="right"/>"#),
        style(
            "Title",
            "Title",
            #"<w:spacing w:before="560" w:after="280" w:line="700" w:lineRule="exact"/><w:jc w:val="center"/>"#,
            font("方正小标宋简体", 44)
        ),
        style("Heading1", "heading 1", #"<w:keepNext/><w:outlineLvl w:val="0"/>"#, font("黑体", 32)),
        style("Text", "段落", #"<w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>"#),
        style("Cell", "表格文字", tight, #"<w:sz w:val="28"/>"#),
        style("Signature", "Signature", #"<w:spacing w:before="280"/><w:jc w:val="right"/>"#),
        style("Remark", "说明", tight, #"<w:sz w:val="24"/>"#),
    ]

    private static let tight = #"<w:spacing w:line="400" w:lineRule="exact"/>"#

    private static func part(_ text: String) -> [UInt8] { Array((head + text).utf8) }

    private static func font(_ name: String, _ halfPoints: Int, _ color: String? = nil) -> String {
        "<w:rFonts w:eastAsia=\"\(name)\"/>" + (color.map { "<w:color w:val=\"\($0)\"/>" } ?? "")
            + "<w:sz w:val=\"\(halfPoints)\"/>"
    }

    private static func style(_ id: String, _ name: String, _ paragraph: String = "", _ run: String = "") -> String {
        let isBase = id == "Normal"
        let kind = isBase ? #" w:default="1""# : ""
        let base = isBase ? "" : #"<w:basedOn w:val="Normal"/>"#
        let settings =
            (paragraph.isEmpty ? "" : "<w:pPr>\(paragraph)</w:pPr>") + (run.isEmpty ? "" : "<w:rPr>\(run)</w:rPr>")
        return "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"\(kind)><w:name w:val=\"\(name)\"/>\(base)<w:qFormat/>"
            + settings + "</w:style>"
    }
}

/// The text of a document as WordprocessingML.
private struct WordBody {
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    /// The text area of GB/T 9704: 156 mm, in twentieths of a point.
    private static let width = 8_844

    private(set) var text: String

    init(_ content: DocumentContent) {
        text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        text += "<w:document xmlns:w=\"\(WordBody.namespace)\"><w:body>"
        paragraph("供编辑的文稿：不是文书正本，没有印章和电子签名；正本为系统制作的PDF。", "Remark")
        for block in content.blocks { add(block) }
        // A4; 37 mm above, 35 mm below, 28 mm at the left, 26 mm at the right.
        text += "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
        text += "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\" w:header=\"851\""
        text += " w:footer=\"992\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    }

    private mutating func add(_ block: DocumentBlock) {
        switch block {
        case .letterhead(let head):
            paragraph(head.name, "Letterhead")
            if let number = head.number { paragraph(number, "Number") }
        case .title(let title): paragraph(title, "Title")
        case .addressee(let name): paragraph(name, "Normal")
        case .heading(let name): paragraph(name, "Heading1")
        case .paragraph(let words): lines(words).forEach { paragraph($0, "Text") }
        case .numberedList(let items):
            for (index, item) in items.enumerated() { paragraph("\(index + 1)．\(item)", "Text") }
        case .table(let table): add(table)
        case .signature(let block):
            paragraph(block.agency, "Signature")
            paragraph(block.day.chinese, "Signature")
        // The code leads to the original and belongs to it alone.
        case .code: break
        }
    }

    private mutating func add(_ table: DocumentTable) {
        let shares = max(1, table.columns.map(\.share).reduce(0, +))
        let widths = table.columns.map { WordBody.width * $0.share / shares }
        let edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
            "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
        }
        text += "<w:tbl><w:tblPr><w:tblW w:w=\"\(WordBody.width)\" w:type=\"dxa\"/>"
        text += "<w:tblBorders>\(edges.joined())</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
        text += widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
        if table.columns.contains(where: { !$0.title.isEmpty }) {
            row(table.columns.map(\.title), widths, isHead: true)
        }
        for cells in table.rows { row(cells, widths) }
        // Two tables without anything between would become one.
        text += "</w:tbl>"
        paragraph("", "Cell")
    }

    private mutating func row(_ cells: [String], _ widths: [Int], isHead: Bool = false) {
        text += "<w:tr>" + (isHead ? "<w:trPr><w:tblHeader/></w:trPr>" : "")
        for (index, width) in widths.enumerated() {
            text += "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr>"
            lines(index < cells.count ? cells[index] : "").forEach { paragraph($0, "Cell") }
            text += "</w:tc>"
        }
        text += "</w:tr>"
    }

    private mutating func paragraph(_ words: String, _ style: String) {
        text += "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>"
        if !words.isEmpty { text += "<w:r><w:t xml:space=\"preserve\">\(XMLText.escape(words))</w:t></w:r>" }
        text += "</w:p>"
    }

    /// At least one: a cell without a paragraph is no cell.
    private func lines(_ words: String) -> [String] {
        words.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
