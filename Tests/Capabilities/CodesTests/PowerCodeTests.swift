import Codes
import Testing

@Suite("Codes of powers and divisions")
struct PowerCodeTests {
    let divisions: DivisionTable

    init() throws {
        divisions = try DivisionTable.national()
    }

    @Test("every category is found by its codes, and no two share one")
    func categories() {
        #expect(PowerCategory.allCases.compactMap(\.nationalCode).sorted() == "01 02 03 04 05 06 07 08 09 10 20".words)
        for category in PowerCategory.allCases {
            if let code = category.nationalCode { #expect(PowerCategory(nationalCode: code) == category) }
            if let letter = category.sichuanLetter { #expect(PowerCategory(sichuanLetter: letter) == category) }
            if let code = category.pinyinCode { #expect(PowerCategory(pinyinCode: code) == category) }
        }
        #expect(PowerCategory(nationalCode: "1") == .license)
        #expect(PowerCategory(nationalCode: "99") == nil)
        #expect(PowerCategory(sichuanType: "2B") == .publicService)
        #expect(PowerCategory(sichuanType: "3A") == nil)
        #expect(PowerCategory.allCases.filter { !$0.isPower } == [.publicService])
    }

    @Test("a national basic code is told part by part")
    func national() throws {
        let code = try NationalPowerCode.parse("000131023000").value
        #expect(code.segments(in: divisions).map(\.text) == ["00", "01", "31", "023", "000"])
        #expect(code.segments(in: divisions).map(\.meaning) == ["国家", "行政许可", "市场监督管理", "第023号主项", "无子项"])
    }

    @Test("codes of 31 and 33 characters hold the agency, the level and the basic code")
    func implemented() throws {
        let text = "11511301008778183N4000131023000"
        let parsed = try ImplementedPowerCode.parse(text)
        #expect(parsed.warnings.isEmpty)
        #expect(parsed.value.text == text)
        #expect(parsed.value.level == .county)
        #expect(parsed.value.agency.organizationCode.text == "008778183")
        #expect(parsed.value.segments(in: divisions).map(\.text).joined() == text)
        let handling = try HandlingPowerCode.parse(text + "01")
        #expect(handling.value.text == text + "01")
        #expect(handling.value.segments(in: divisions).last?.meaning == "第01个业务办理项")
    }

    @Test(
        "a fault inside a long code names the part",
        arguments: [
            ("11511301008778183N7000131023000", "a digit 1–6", "7", "part 2 (行使层级), character 1"),
            ("115113010087781S3N4000131023000", CodeTests.creditWords, "S", "part 1 (实施主体), character 16"),
            ("11511301008778183N40001310230X0", "a digit", "X", "part 3 (基本编码), character 11"),
            ("11511301008778183N", "31 characters", "18", nil),
        ] as [(String, String, String, String?)]
    )
    func implementedFaults(text: String, expected: String, found: String, place: String?) {
        do {
            let parsed = try ImplementedPowerCode.parse(text)
            Issue.record("parsed \(parsed.value.text)")
        } catch {
            #expect([error.expected, error.found, error.place] == [expected, found, place])
        }
    }

    @Test(
        "a code of Sichuan is read in each of its forms",
        arguments: [
            ("511Z07001006", "51|1Z|07|001|006", .other, 0), ("511A0138600000", "51|1A|01386|00000", .license, 0),
            ("513A0161200000", "51|3A|01612|00000", nil, 1), ("512020001000", "51|20|20|001|000", .publicService, 0),
            ("G-000007-001", "G|000007|001", .grant, 0), ("512c0053300008", "51|2C|00533|00008", .publicService, 1),
        ] as [(String, String, PowerCategory?, Int)]
    )
    func sichuan(text: String, parts: String, category: PowerCategory?, warnings: Int) throws {
        let parsed = try SichuanPowerCode.parse(text)
        #expect(parsed.value.segments(in: divisions).map(\.text).joined(separator: "|") == parts)
        #expect(parsed.value.category == category)
        #expect(parsed.warnings.count == warnings)
    }

    @Test(
        "a key whose parts do not fit names the part",
        arguments: [
            ("E-000021-001-1111111111111111", "8 or 9 parts joined by hyphens", "4", nil),
            (
                "A-005818-5818-511602000000-000-115113010087783353-1-00", "3 characters", "4",
                "part 1 (事项编码), part 3 (子项)"
            ),
            ("511Z07001006-51160200000-000-11511301008778183N-1-00", "12 characters", "11", "part 2 (行政区划)"),
            (
                "521Z07001006-511602000000-000-11511301008778183N-1-00", "51 for Sichuan", "2",
                "part 1 (事项编码), character 2"
            ),
            ("", "6 or 7 parts joined by hyphens", "1", nil),
        ] as [(String, String, String, String?)]
    )
    func keyFaults(text: String, expected: String, found: String, place: String?) {
        do {
            let parsed = try SichuanItemKey.parse(text)
            Issue.record("parsed \(parsed.value.text)")
        } catch {
            #expect([error.expected, error.found, error.place] == [expected, found, place])
        }
    }

    @Test(
        "a division code is padded to twelve digits and told level by level",
        arguments: [
            ("511602", "511602000000", "四川省广安市广安区", .county), ("51", nil, nil, .nation),
            ("5116", nil, nil, .nation), ("511600", "511600000000", "四川省广安市", .city),
            ("110101", "110101000000", "北京市东城区", .county), ("510000000000", "510000000000", "四川省", .province),
        ] as [(String, String?, String?, DivisionCode.Level)]
    )
    func division(text: String, padded: String?, name: String?, level: DivisionCode.Level) throws {
        guard let padded else {
            let fault = CodeFault(.division, .wrongLength(expected: [6, 9, 12], found: text.count))
            #expect(throws: fault) { try DivisionCode.parse(text) }
            return
        }
        let code = try DivisionCode.parse(text).value
        #expect(code.text == padded)
        #expect(code.level == level)
        #expect(divisions.fullName(of: code) == name)
        #expect(code.segments(in: divisions).map(\.text).joined() == padded)
    }

    @Test("a division that is not listed is a warning, one below the county is looked up by its county")
    func unknownDivision() throws {
        #expect(divisions.count == 3429)
        let unknown = try DivisionCode.parse("511699").value
        #expect(unknown.warnings(in: divisions) == [.unknownDivision(unknown)])
        #expect(try DivisionCode.parse("511602001").value.warnings(in: divisions).isEmpty)
        #expect(try DivisionCode.parse("990000").warnings == [.unknownProvince("99")])
    }

    @Test(
        "the scheme is told from the shape",
        arguments: [
            ("91110000600037341L", .creditCode), ("11010519491231002X", .identityNumber),
            ("600037341", .organizationCode),
            ("00877818-3", .organizationCode), ("511602", .division), ("511602000000", .division),
            ("511Z07001006", .sichuanPower), ("000131023000", .nationalPower), ("G-000007-001", .sichuanPower),
            ("511Z07001006-511602000000-000-11511301008778183N-1-00", .sichuanItemKey),
            ("11511301008778183N4000131023000", .implementedPower),
            ("11511301008778183N400013102300001", .handlingPower),
        ] as [(String, CodeScheme)]
    )
    func recognized(text: String, scheme: CodeScheme) throws {
        let reading = try CodeReading(text, in: divisions)
        #expect(reading.scheme == scheme)
        #expect(reading.warnings.isEmpty)
    }

    @Test("a text of no code's shape is refused whatever it is", arguments: ["", "许可", "😀", "1", "---", "a b"])
    func unrecognized(text: String) {
        #expect(throws: CodeFault.self) { try CodeReading(text, in: divisions) }
    }
}

extension String {
    fileprivate var words: [String] { split(separator: " ").map(String.init) }
}
