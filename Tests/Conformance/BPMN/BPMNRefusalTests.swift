import Processes
import Testing

/// What no file may do: each with the line it is refused at.
@Suite("BPMN that is refused")
struct BPMNRefusalTests {
    private static let head = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
        <process id="P">
        <startEvent id="s"/>

        """
    private static let tail = "\n</process>\n</definitions>"

    private static func file(_ inside: String) -> String { head + inside + tail }

    private static func flow(_ id: String, _ from: String, _ to: String) -> String {
        "<sequenceFlow id=\"\(id)\" sourceRef=\"\(from)\" targetRef=\"\(to)\"/>"
    }

    private static let laughs = """
        <?xml version="1.0"?>
        <!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
        <definitions>&c;</definitions>
        """
    private static let outside = """
        <!DOCTYPE d SYSTEM "http://example.org/d.dtd">
        <definitions/>
        """

    private static let callCircle = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
        <process id="A"><startEvent id="s"/><callActivity id="a" calledElement="B"/>
        \(flow("f", "s", "a"))</process>
        <process id="B"><startEvent id="t"/>
        <callActivity id="b" calledElement="A"/>\(flow("g", "t", "b"))</process>
        </definitions>
        """

    private static let gatewayCircle = file(
        """
        <exclusiveGateway id="x"/>
        <exclusiveGateway id="y"/><endEvent id="e"/>
        \(flow("f1", "s", "x"))\(flow("f2", "x", "y"))\(flow("f3", "y", "x"))\(flow("f4", "y", "e"))
        """
    )

    private static let row = file(
        (0..<200).map { "<exclusiveGateway id=\"x\($0)\"/>" }.joined()
            + (0..<199).map { flow("f\($0)", "x\($0)", "x\($0 + 1)") }.joined() + flow("b", "s", "x0")
    )

    private static let processes =
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\">"
        + (0..<100).map { "\n<process id=\"p\($0)\"><task id=\"t\($0)\"/></process>" }.joined() + "</definitions>"

    private static let many = file(
        (0..<400).map { "<task id=\"t\($0)\"/>" }.joined()
            + (0..<399).map { flow("f\($0)", "t\($0)", "t\($0 + 1)") }.joined()
            + flow("b", "s", "t0")
    )

    @Test(
        "is refused with line and reason",
        arguments: [
            ("", 1, "truncated"), ("<definitions>", 1, "truncated"), (head + "<task id=\"a\"", 4, "truncated"),
            (head + "<task id=\"a\">" + tail, 5, "notWellFormed"),
            (file("<task id=\"a\" id=\"b\"/>"), 4, "notWellFormed"),
            (file("<task id=a/>"), 4, "notWellFormed"), (file("<v:x/>"), 4, "unboundPrefix"),
            (file("<task id=\"a\" name=\"&nbsp;\"/>"), 4, "entity"), (laughs, 2, "documentType"),
            (outside, 1, "documentType"),
            ("<?xml version=\"1.0\" encoding=\"GB18030\"?><definitions/>", 1, "foreignEncoding"),
            ("<html/>", 1, "notBPMN"), ("<definitions xmlns=\"urn:x\"/>", 1, "notBPMN"),
            ("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>", 1, "noProcess"),
            (file(""), 1, "noProcess"),
            (file("<task/>"), 4, "idMissing"), (file("<task id=\"a\"/>\n<task id=\"a\"/>"), 5, "duplicateID"),
            (file("<task id=\"a\"/>\n\(flow("f", "s", "nowhere"))"), 5, "missingReference"),
            (file("<task id=\"a\"/>\n\(flow("f", "nowhere", "a"))"), 5, "missingReference"),
            (file("<boundaryEvent id=\"b\" attachedToRef=\"nowhere\"/>"), 4, "missingReference"),
            (file("<subProcess id=\"u\"><task id=\"i\"/></subProcess>\n\(flow("f", "s", "i"))"), 5, "missingReference"),
            (gatewayCircle, 4, "gatewayCycle"), (callCircle, 5, "callCycle"), (row, 4, "gatewaysInARow"),
            (many, 2, "tooManySteps"), (processes, 52, "tooManyProcesses"),
            (file(String(repeating: "<subProcess id=\"u\">", count: 200)), 4, "tooDeep"),
            (file("<task id=\"a\" name=\"\(String(repeating: "长", count: 30_000))\"/>"), 4, "tooLong"),
            (file("<task \((0..<300).map { "a\($0)=\"\"" }.joined(separator: " "))/>"), 4, "tooManyAttributes"),
            (file("<task id=\"a\"/>" + String(repeating: "<text/>", count: 300_000)), 4, "tooManyElements"),
            (String(repeating: " ", count: (16 << 20) + 1), 1, "tooLarge"),
        ] as [(String, Int, String)]
    )
    func refused(text: String, line: Int, code: String) {
        let fault = #expect(throws: BPMNFault.self) { try BPMNImport(Array(text.utf8)) }
        #expect(fault?.line == line)
        #expect(fault?.code == code)
        #expect(fault?.chinese.isEmpty == false)
    }

    @Test("bytes of another encoding are refused at their line")
    func encoding() {
        let gbk: [UInt8] = [0xc9, 0xf3, 0xb2, 0xe9]
        let bytes = Array((Self.head + "<task id=\"a\" name=\"").utf8) + gbk + Array(("\"/>" + Self.tail).utf8)
        let fault = #expect(throws: BPMNFault.self) { try BPMNImport(bytes) }
        #expect(fault?.line == 4 && fault?.code == "brokenEncoding")
    }

    @Test("a definition of ours that somebody broke is refused, not guessed")
    func ownDefinition() throws {
        let xml = try ProcessTemplate.charge.definition().bpmn()
        let broken = xml.replacing("&quot;form&quot;:1", with: "&quot;form&quot;:9")
        let fault = #expect(throws: BPMNFault.self) { try BPMNImport(Array(broken.utf8)) }
        #expect(fault?.code == "ownDefinition")
    }
}
