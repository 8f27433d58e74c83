import CanonicalJSON
import Testing

@Suite("Canonical JSON")
struct CanonicalJSONTests {
    struct Sample: Codable, Equatable {
        enum Kind: String, Codable { case permit, penalty }
        struct Part: Codable, Equatable {
            var 名称: String
            var count: Int
        }
        var z: Int64
        var a: [Part]
        var kind: Kind
        var optional: String?
        var flags: [String: Bool]
        var nested: [[Int]]
    }

    static let sample = Sample(
        z: -9_223_372_036_854_775_808,
        a: [.init(名称: "引号\"反斜\\换行\n😀", count: 0)],
        kind: .penalty,
        optional: nil,
        flags: ["b": true, "a": false],
        nested: [[], [1, 2]]
    )

    @Test("keys are sorted, nothing is spaced, only what must be escaped is escaped")
    func bytes() throws {
        let bytes = try CanonicalEncoder().encode(CanonicalJSONTests.sample)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == #"{"a":[{"count":0,"名称":"引号\"反斜\\换行\n😀"}],"flags":{"a":false,"b":true},"kind":"penalty","#
                + #""nested":[[],[1,2]],"z":-9223372036854775808}"#
        )
    }

    @Test("a value survives its text, and the text its value")
    func roundTrip() throws {
        let bytes = try CanonicalEncoder().encode(CanonicalJSONTests.sample)
        let decoded = try CanonicalDecoder().decode(Sample.self, from: bytes)
        #expect(decoded == CanonicalJSONTests.sample)
        #expect(try JSONValue(parsing: bytes).canonicalBytes == bytes)
    }

    @Test("a fraction is refused, for two machines may print it differently")
    func fraction() {
        #expect(throws: EncodingError.self) { try CanonicalEncoder().encode([0.1]) }
        #expect(throws: JSONFault.self) { try JSONValue(parsing: Array("[1.5]".utf8)) }
    }

    @Test(
        "what is not JSON is refused where it goes wrong",
        arguments: [
            ("", 0), ("{", 1), ("[1,]", 3), (#"{"a":1,"a":2}"#, 7), (#""\x""#, 3), ("nul", 0), ("1 2", 2),
            (#""\ud800""#, 7), ("99999999999999999999", 0), ("\"a\u{1}\"", 2),
        ]
    )
    func refused(text: String, offset: Int) throws {
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: Array(text.utf8)) }
        #expect(fault?.offset == offset)
    }

    @Test("hostile nesting is refused, not followed")
    func nesting() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONFault.self) { try JSONValue(parsing: Array(text.utf8)) }
    }

    @Test("escapes of all kinds are read")
    func escapes() throws {
        let text = #""\u4f60\ud83d\ude00\/\b\f""#
        #expect(try JSONValue(parsing: Array(text.utf8)) == .string("你😀/\u{8}\u{C}"))
    }
}
