import Codes
import Testing

@Suite("Codes of the provinces' own schemes")
struct LocalCodeTests {
    @Test(
        "a code is told from its shape, part by part",
        arguments: [
            ("JS000000WS-XK-0004", .jiangsuPower, ["JS", "000000", "WS", "XK", "0004"]),
            ("370100-004-XK-002-03", .hubeiPower, ["370100", "004", "XK", "002", "03"]),
            ("XK00101001", .guizhouPower, ["XK", "00101", "001"]),
            ("NJ03WH200700001", .jiangsuCase, ["NJ03", "WH", "2007", "00001"]),
            ("xk00101001", .guizhouPower, ["XK", "00101", "001"]),
        ] as [(String, CodeScheme, [String])]
    )
    func read(text: String, scheme: CodeScheme, parts: [String]) throws {
        let reading = try CodeReading(text, in: DivisionTable.national())
        #expect(reading.scheme == scheme)
        #expect(reading.segments.map(\.text) == parts)
        #expect(reading.text == text.uppercased())
        #expect(reading.warnings == (text == text.uppercased() ? [] : [.lowercaseLetters]))
    }

    @Test(
        "what has another shape is no code, and an unknown category is a doubt",
        arguments: ["JX000000WS-XK-0004", "370100-004-X1-002-03", "XK0010100A", "NJ03WH2007-0001"]
    )
    func faults(text: String) throws {
        #expect(throws: CodeFault.self) { try CodeReading(text, in: DivisionTable.national()) }
        let odd = try CodeReading("AB00101001", in: DivisionTable.national())
        #expect(odd.warnings == [.unknownCategory("AB")])
    }

    @Test(
        "letters that a division gave a category of its own are read by who knows it",
        arguments: ["NJ00101001", "370100-004-NJ-002-03", "JS000000WS-NJ-0004"]
    )
    func known(text: String) throws {
        let read = try CodeReading(text, in: DivisionTable.national())
        #expect(read.warnings == [.unknownCategory("NJ")])
        let known = read.knowing("NJ", as: "年检")
        #expect(known.warnings.isEmpty)
        #expect(known.segments.first { $0.text == "NJ" }?.meaning == "年检")
        #expect(known.segments.filter { $0.text != "NJ" } == read.segments.filter { $0.text != "NJ" })
        #expect(read.knowing("ZS", as: "审核转报") == read)
    }

    @Test(
        "the next code stands in the frame of its division, body and category",
        arguments: [
            (.nationalPower, .license, "04", "510104007000"),
            (.sichuanPower, .other, "07", "511Z07007000"),
            (.sichuanItemKey, .license, "05", "511A05007000-511602000000-000-11511301008778183N-1-00"),
            (.jiangsuPower, .penalty, "WS", "JS511602WS-CF-0007"),
            (.hubeiPower, .license, "004", "511602-004-XK-007-00"),
            (.guizhouPower, .license, "", "XK00007000"),
        ] as [(CodeScheme, PowerCategory, String, String)]
    )
    func composed(scheme: CodeScheme, category: PowerCategory, body: String, code: String) throws {
        let frame = try #require(
            scheme.frame(of: category, in: "511602000000", body: body, agency: "11511301008778183N")
        )
        #expect(frame.code(7) == code)
        #expect(frame.serial(of: code) == 7)
        #expect(frame.code(1_000_000) == nil)
        // What a province puts into the national layout is told as the province's.
        let told: CodeScheme = scheme == .nationalPower ? .sichuanPower : scheme
        #expect(try CodeReading(code, in: DivisionTable.national()).scheme == told)
    }

    @Test(
        "who implements a standard bears its code, with the own body and level",
        arguments: [
            (.nationalPower, "000105001000", "511602000000", "11511301008778183N4000105001000"),
            (.nationalPower, "000105001000", "511600000000", "11511301008778183N3000105001000"),
            (.nationalPower, "11511301008778183N2000105001000", "511602000000", "11511301008778183N4000105001000"),
            (
                .sichuanItemKey, "511A05007000-510000000000-000-11511301008778183N-1-00", "511602000000",
                "511A05007000-511602000000-000-11511301008778183N-1-00"
            ),
            (.sichuanItemKey, "511A05007000", "511602000000", "511A05007000-511602000000-000-11511301008778183N-1-00"),
            (.guizhouPower, "XK00007000", "520100000000", nil), (.nationalPower, "DEMO-1", "511602000000", nil),
        ] as [(CodeScheme, String, String, String?)]
    )
    func implemented(scheme: CodeScheme, standard: String, division: String, code: String?) {
        let agency = "11511301008778183N"
        #expect(scheme.code(implementing: standard, in: division, agency: agency) == code)
        #expect(scheme.code(implementing: standard, in: division, agency: "1") == nil)
    }

    @Test("without the form of the body the scheme wants, or a type for the category, there is no code")
    func none() {
        let agency = "11511301008778183N"
        #expect(CodeScheme.hubeiPower.frame(of: .license, in: "511602000000", body: "04", agency: agency) == nil)
        #expect(CodeScheme.sichuanPower.frame(of: .charge, in: "511602000000", body: "04", agency: agency) == nil)
        #expect(CodeScheme.creditCode.frame(of: .license, in: "511602000000", body: "04", agency: agency) == nil)
    }
}
