import Kernel

/// What a file for archiving says of itself (XMP).
///
/// - Source: GB/T 23286.2 (ISO 19005-2) 6.6.
struct ArchivalMetadata {
    let text: String

    init(_ bound: BoundFile) {
        let created = bound.created.description.prefix(19) + "+08:00"
        text = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
            <pdfaid:part>2</pdfaid:part>
            <pdfaid:conformance>B</pdfaid:conformance>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(ArchivalMetadata.escaped(bound.title))</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>\(ArchivalMetadata.escaped(bound.author))</rdf:li></rdf:Seq></dc:creator>
            <xmp:CreateDate>\(created)</xmp:CreateDate>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.map { character -> String in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: String(character)
            }
        }.joined()
    }
}
