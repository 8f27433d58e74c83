import Codes
import Directory
import Testing

@Suite("Division codes")
struct DivisionCodeTests {
    @Test(
        "padding zeros say that there is no such level",
        arguments: [
            ("510000000000", "51", Division.Level.province, "510000"),
            ("511600", "5116", .city, "511600"),
            ("511602", "511602", .county, "511602"),
            ("511602000000", "511602", .county, "511602"),
            ("511602001000", "511602001", .township, "511602001"),
            ("511602001001", "511602001001", .village, "511602001001"),
        ] as [(text: String, digits: String, level: Division.Level, written: String)]
    )
    func reads(text: String, digits: String, level: Division.Level, written: String) throws {
        let code = try #require(Division.Code(text))
        #expect(code.digits == digits)
        #expect(code.level == level)
        #expect(code.text == written)
        #expect(code.padded.count == 12)
    }

    @Test(
        "what is no code is refused",
        arguments: ["", "5", "5116021", "51160A", "011602", "５１１６０２", "51160200000000"]
    )
    func refuses(text: String) {
        #expect(Division.Code(text) == nil)
    }

    @Test("a division contains itself and what lies in it, not its neighbor")
    func contains() {
        let city: Division.Code = "511600"
        #expect(city.contains("511602"))
        #expect(city.contains("511600"))
        #expect(!city.contains("511702"))
        #expect(!city.contains("510000"))
    }

    @Test("a code is named by the shipped list")
    func names() throws {
        let table = try DivisionTable.national()
        #expect(Division("511602", in: table)?.name == "广安区")
        let code: Division.Code = "511602"
        #expect(code.fullName(in: table) == "四川省广安市广安区")
        #expect(Division("999999", in: table) == nil)
        #expect(try Division.Code(DivisionCode.parse("511602000000").value) == code)
    }
}
