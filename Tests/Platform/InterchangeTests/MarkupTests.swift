import Interchange
import Testing

@Suite("Reading XML")
struct MarkupTests {
    private static func root(_ text: String, limits: MarkupLimits = MarkupLimits()) throws -> MarkupElement {
        try .root(of: MarkupReader(Array(text.utf8), limits: limits))
    }

    @Test("names are told apart by their namespace, whatever the prefix")
    func namespaces() throws {
        let root = try Self.root("<a xmlns='urn:one' xmlns:p='urn:two'><p:a p:x='1' x='2'/><b xmlns='urn:two'/></a>")
        #expect(root.name == MarkupName("urn:one", "a"))
        #expect(root.children.map(\.name) == [MarkupName("urn:two", "a"), MarkupName("urn:two", "b")])
        #expect(root.children[0]["x"] == "2")
        #expect(root.children[0].attributes.first { $0.name.namespace == "urn:two" }?.value == "1")
    }

    @Test("text, character data and references are put together; comments and instructions are passed over")
    func text() throws {
        let root = try Self.root("<?xml version=\"1.0\"?><!-- x --><a>1 &lt; 2<![CDATA[ & <3>]]>&#x4e2d;<?p q?></a>\n")
        #expect(root.text == "1 < 2 & <3>中")
    }

    @Test("an element knows its line, and gives itself back as it was written, with the namespaces it needs")
    func source() throws {
        let text =
            "<a xmlns='urn:one'\n  xmlns:b='urn:b' xmlns:p='urn:t&amp;o'>\n <p:b  x = \"1\"><c/> </p:b><d/>\n</a>"
        let reader = try MarkupReader(Array(text.utf8))
        let root = try MarkupElement.root(of: reader)
        #expect(root.children.map(\.line) == [3, 3])
        #expect(root.children.map(\.column) == [2, 27])
        #expect(
            root.children.map { $0.source(in: reader.bytes) } == [
                "<p:b xmlns=\"urn:one\" xmlns:p=\"urn:t&amp;o\"  x = \"1\"><c/> </p:b>", "<d xmlns=\"urn:one\"/>",
            ]
        )
        let again = try Self.root(root.children[0].source(in: reader.bytes))
        #expect(again.name == root.children[0].name && again.children[0].name == MarkupName("urn:one", "c"))
    }

    @Test("a file of many thousand elements is read in pieces that lose nothing between them")
    func pieces() throws {
        let root = try Self.root("<a>" + (0..<5_000).map { "<b n='\($0)'>文\($0)</b><c/>" }.joined() + "</a>")
        #expect(root.children.count == 10_000)
        #expect(
            root.children.enumerated().allSatisfy { $0.isMultiple(of: 2) ? $1.text == "文\($0 / 2)" : $1.text.isEmpty }
        )
    }

    @Test("UTF-16 is read where its mark says so, in either order")
    func utf16() throws {
        let units = Array("<?xml version=\"1.0\" encoding=\"UTF-16\"?><流程 名='办'/>".utf16)
        let big: [UInt8] = [0xfe, 0xff] + units.flatMap { unit in [UInt8(unit >> 8), UInt8(unit & 0xff)] }
        let little: [UInt8] = [0xff, 0xfe] + units.flatMap { unit in [UInt8(unit & 0xff), UInt8(unit >> 8)] }
        for bytes in [big, little] {
            let root = try MarkupElement.root(of: MarkupReader(bytes))
            #expect(root.name.local == "流程" && root["名"] == "办")
        }
        #expect(throws: MarkupFault(line: 1, column: 1, .brokenEncoding)) {
            try MarkupReader([0xfe, 0xff, 0xd8, 0x00])
        }
    }

    private static let laughs = """
        <?xml version="1.0"?>
        <!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;&l;">]>
        <a>&m;</a>
        """

    @Test(
        "what is not well-formed, expands, reaches outside or has no end is refused with line and reason",
        arguments: [
            ("", 1, .truncated), ("<a>\n<b>", 2, .truncated), ("<a>\n<b", 2, .truncated),
            ("<a>\n</b>", 2, .notWellFormed("mismatched tag")),
            ("<a x='1'\n x='2'/>", 2, .notWellFormed("duplicate attribute")),
            ("<a/>\n<b/>", 2, .notWellFormed("junk after document element")),
            ("<a>\n\u{1}</a>", 2, .notWellFormed("not well-formed (invalid token)")),
            (laughs, 2, .documentType), ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'>\n<a/>", 1, .documentType),
            ("<a>\n&nbsp;</a>", 2, .entity), ("<a>\n<p:b/></a>", 2, .unboundPrefix),
            ("<?xml version='1.0' encoding='GBK'?><a/>", 1, .foreignEncoding("GBK")),
            ("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", 1, .foreignEncoding("ISO-8859-1")),
        ] as [(String, Int, MarkupFault.Reason)]
    )
    func refused(text: String, line: Int, reason: MarkupFault.Reason) {
        let fault = #expect(throws: MarkupFault.self) { try Self.root(text) }
        #expect(fault?.line == line)
        #expect(fault?.reason == reason)
    }

    @Test("bytes that are not UTF-8 are refused at their line")
    func broken() {
        let fault = #expect(throws: MarkupFault.self) {
            try MarkupElement.root(of: MarkupReader(Array("<a>\n".utf8) + [0xd6, 0xd0] + Array("</a>".utf8)))
        }
        #expect(fault?.line == 2 && fault?.reason == .brokenEncoding)
    }

    @Test(
        "what is larger than the limits is refused at its line",
        arguments: [
            (String(repeating: "x", count: 401), 1, .tooLarge(limit: 400)),
            ("<a>\n<b><c><d/></c></b></a>", 2, .tooDeep(limit: 3)),
            ("<a>\n<b/><b/><b/><b/><b/></a>", 2, .tooManyElements(limit: 5)),
            ("<a\n>\n<b p='' q='' r=''/></a>", 3, .tooManyAttributes(limit: 2)),
            ("<a>\n<\(String(repeating: "n", count: 101))/></a>", 2, .tooLong(limit: 100)),
            ("<a>\n<b x='\(String(repeating: "v", count: 201))'/></a>", 2, .tooLong(limit: 200)),
        ] as [(String, Int, MarkupFault.Reason)]
    )
    func limits(text: String, line: Int, reason: MarkupFault.Reason) {
        let limits = MarkupLimits(
            bytes: 400,
            depth: 3,
            elements: 5,
            attributes: 2,
            nameBytes: 100,
            valueBytes: 200
        )
        let fault = #expect(throws: MarkupFault.self) { try Self.root(text, limits: limits) }
        #expect(fault?.line == line)
        #expect(fault?.reason == reason)
    }
}
