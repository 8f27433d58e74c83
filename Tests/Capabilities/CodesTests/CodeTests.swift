import Codes
import Kernel
import Testing

@Suite("Codes with check characters")
struct CodeTests {
    static let creditWords = "a digit or a letter other than I, O, S, V, Z"

    @Test(
        "a credit code with the right check character has no warning (GB 32100)",
        arguments: [
            "91110000600037341L", "123700004955703036", "11511301008778183N", "115113010833722043",
        ]
    )
    func creditCode(text: String) throws {
        let parsed = try CreditCode.parse(text)
        #expect(parsed.warnings.isEmpty)
        #expect(parsed.value.text == text)
    }

    @Test(
        "a credit code may be right as a whole around an organization code that is not (GB 11714)",
        arguments: [("11510000008282000L", "6", "0"), ("11370000004502345M", "X", "5")]
            as [(String, Character, Character)]
    )
    func embedded(text: String, expected: Character, found: Character) throws {
        let wrong = CodeWarning.wrongCheckCharacter(.organizationCode, expected: expected, found: found)
        #expect(try CreditCode.parse(text).warnings == [wrong])
    }

    @Test("a wrong check character is a warning that names the right one, and is kept only with a reason")
    func wrongCheck() throws {
        let parsed = try CreditCode.parse("911100006000373411")
        #expect(parsed.warnings == [.wrongCheckCharacter(.creditCode, expected: "L", found: "1")])
        #expect(throws: ReasonMissing(warnings: parsed.warnings)) { try parsed.kept(because: nil) }
        #expect(throws: ReasonMissing(warnings: parsed.warnings)) { try parsed.kept(because: " \n") }
        #expect(try parsed.kept(because: "原证照如此").reason == "原证照如此")
        #expect(try CreditCode.parse("91110000600037341L").kept(because: nil).reason == nil)
    }

    @Test("a lower-case letter is raised and warned of")
    func lowercase() throws {
        let parsed = try CreditCode.parse("11511301452259996u")
        #expect(parsed.value.text == "11511301452259996U")
        #expect(parsed.warnings == [.lowercaseLetters])
    }

    @Test(
        "a wrong shape names what was expected, what was found and where",
        arguments: [
            ("1151130000877869M", "18 characters", "17", nil),
            ("", "18 characters", "0", nil),
            ("9111000060003734１L", CodeTests.creditWords, "１", "character 17"),
            ("9111000060003734IL", CodeTests.creditWords, "I", "character 17"),
            ("91A10000600037341L", "a digit", "A", "character 3"),
            ("91110000600037341😀", CodeTests.creditWords, "😀", "character 18"),
            ("91110000600037341\n", CodeTests.creditWords, "a control character", "character 18"),
        ] as [(String, String, String, String?)]
    )
    func shape(text: String, expected: String, found: String, place: String?) {
        do {
            let parsed = try CreditCode.parse(text)
            Issue.record("parsed \(parsed.value.text)")
        } catch {
            #expect([error.expected, error.found, error.place] == [expected, found, place])
        }
    }

    @Test(
        "an organization code is read with and without its hyphen (GB 11714)",
        arguments: [
            ("600037341", true), ("00877818-3", true), ("MB1550442", true), ("008778220", true), ("45225901-3", true),
            ("68236467-9", true), ("083372204", true), ("600037342", false),
        ]
    )
    func organizationCode(text: String, isRight: Bool) throws {
        let parsed = try OrganizationCode.parse(text)
        #expect(parsed.warnings.isEmpty == isRight)
        #expect(parsed.value.text.count == 9)
    }

    @Test(
        "an identity number tells birthday and sex and can be masked (GB 11643; synthetic numbers)",
        arguments: [
            ("11010519491231002X", "1949年12月31日", false, "110105********002X"),
            ("360426199101010071", "1991年1月1日", true, "360426********0071"),
        ]
    )
    func identityNumber(text: String, birthday: String, isMale: Bool, masked: String) throws {
        let parsed = try IdentityNumber.parse(text)
        #expect(parsed.warnings.isEmpty)
        #expect(parsed.value.birthday.chinese == birthday)
        #expect(parsed.value.isMale == isMale)
        #expect(parsed.value.masked == masked)
    }

    @Test("an identity number with a birthday that never was is refused, one with a wrong check digit is not")
    func identityFaults() throws {
        let noDay = CodeFault(.identityNumber, .noSuchDay(text: "19490231", position: 7))
        #expect(throws: noDay) { try IdentityNumber.parse("11010519490231002X") }
        let wrong = try IdentityNumber.parse("110105194912310021")
        #expect(wrong.warnings == [.wrongCheckCharacter(.identityNumber, expected: "X", found: "1")])
        #expect(try IdentityNumber.parse("99010519491231002X").warnings.contains(.unknownProvince("99")) == false)
        #expect(try IdentityNumber.parse("00010519491231002X").warnings.contains(.unknownProvince("00")))
    }
}
